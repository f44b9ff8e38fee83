// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.workload;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Form;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.model.Slo;
import java.time.Duration;
import java.util.function.Function;

/** What requests are held to, and what it costs to miss it. */
public record SloPart(Found<Double> quantile, Found<Duration> target, Found<Double> violationCost) {
    private static final Form<Duration> TARGET =
            Forms.duration(Duration.ofMillis(1), Duration.ofHours(1));

    /** One whose target is 250 ms where nothing is said. */
    public static SloPart read(Fields fields) {
        return read(fields, target -> target.read(TARGET, Duration.ofMillis(250)));
    }

    /** One that must say its target: nobody else knows what users of a real service expect. */
    public static SloPart readWithTarget(Fields fields) {
        return read(fields, target -> target.read(TARGET));
    }

    private static SloPart read(Fields fields, Function<Field, Found<Duration>> target) {
        fields.only("latency", "violationCost");
        Fields latency = fields.field("latency").fields().only("quantile", "target");
        return new SloPart(
                latency.field("quantile").read(Forms.number(0.5, 0.9999), 0.95),
                target.apply(latency.field("target")),
                fields.field("violationCost").read(Forms.number(0.001, 1e9), 100.0));
    }

    public boolean isUsable() {
        return quantile.isUsable() && target.isUsable();
    }

    public Slo slo() {
        return new Slo(quantile.value(), target.value().toMillis() / 1000.0);
    }
}
