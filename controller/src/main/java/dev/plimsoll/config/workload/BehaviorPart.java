// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.workload;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.model.ScalingBehavior;
import java.time.Duration;

/** How fast it may be scaled. Of HPA's policies one is known: a percentage per period. */
public record BehaviorPart(
        Found<Integer> maxPerMinute,
        Found<Long> coolDown,
        Found<Integer> afterPeriods,
        Found<Integer> percent,
        Found<Integer> periodSeconds) {

    private static final ScalingBehavior USUAL = ScalingBehavior.DEFAULT;
    private static final int LONGEST_SECONDS = (int) ScalingBehavior.LONGEST_MEMORY.toSeconds();

    public static BehaviorPart read(Fields fields) {
        fields.only("scaleOut", "scaleIn");
        Fields out = fields.field("scaleOut").fields().only("maxPerMinute");
        Fields in = fields.field("scaleIn").fields().only("coolDown", "afterPeriods", "policies");
        Fields pace = in.field("policies").onlyItem("give one policy, of type Percent").fields();
        pace.only("type", "value", "periodSeconds");
        pace.field("type").read(Forms.choice("Percent"), "Percent");
        return new BehaviorPart(
                out.field("maxPerMinute")
                        .read(
                                Forms.whole(1, ScalingBehavior.MOST_ACTIONS_PER_MINUTE),
                                USUAL.maxActionsPerMinute()),
                in.field("coolDown")
                        .read(
                                Forms.seconds(Duration.ZERO, ScalingBehavior.LONGEST_MEMORY),
                                USUAL.coolDown().toSeconds()),
                in.field("afterPeriods")
                        .read(
                                Forms.whole(1, ScalingBehavior.MOST_PERIODS),
                                USUAL.scaleInAfterPeriods()),
                pace.field("value")
                        .read(Forms.whole(1, 100), (int) Math.round(USUAL.scaleInShare() * 100)),
                pace.field("periodSeconds")
                        .read(
                                Forms.whole(1, LONGEST_SECONDS),
                                (int) USUAL.scaleInPeriod().toSeconds()));
    }

    public ScalingBehavior behavior() {
        return new ScalingBehavior(
                maxPerMinute.value(),
                percent.value() / 100.0,
                Duration.ofSeconds(periodSeconds.value()),
                Duration.ofSeconds(coolDown.value()),
                afterPeriods.value());
    }
}
