// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.model.Slo;
import java.time.Duration;

/** What requests are held to, and what it costs to miss it. */
record SloPart(Found<Double> quantile, Found<Duration> target, Found<Double> violationCost) {
    static SloPart read(Fields fields) {
        fields.only("latency", "violationCost");
        Fields latency = fields.field("latency").fields().only("quantile", "target");
        return new SloPart(
                latency.field("quantile").read(Forms.number(0.5, 0.9999), 0.95),
                latency.field("target")
                        .read(
                                Forms.duration(Duration.ofMillis(1), Duration.ofHours(1)),
                                Duration.ofMillis(250)),
                fields.field("violationCost").read(Forms.number(0.001, 1e9), 100.0));
    }

    boolean isUsable() {
        return quantile.isUsable() && target.isUsable();
    }

    Slo slo() {
        return new Slo(quantile.value(), target.value().toMillis() / 1000.0);
    }
}
