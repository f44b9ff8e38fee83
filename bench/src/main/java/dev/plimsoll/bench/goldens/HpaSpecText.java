// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Fields.check;

import dev.plimsoll.sim.baseline.hpa.AutoscalerSpec;
import dev.plimsoll.sim.baseline.hpa.Behavior;
import dev.plimsoll.sim.baseline.hpa.ControllerFlags;
import dev.plimsoll.sim.baseline.hpa.MetricSpec;
import dev.plimsoll.sim.baseline.hpa.ScalingRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An autoscaler and its controller as golden files write them. */
record HpaSpecText(
        @MayBeAbsent @Nullable Integer minReplicas,
        int maxReplicas,
        List<Metric> metrics,
        @MayBeAbsent @Nullable Rules behavior,
        @MayBeAbsent @Nullable Rules behaviorDefaulted,
        @MayBeAbsent @Nullable Boolean initialScaledToZeroCondition) {
    private static final int USUAL_MIN = 1;

    HpaSpecText {
        check(!metrics.isEmpty(), "name at least one metric");
    }

    record Controller(
            int syncPeriodSeconds,
            int downscaleStabilizationSeconds,
            double tolerance,
            long cpuInitializationPeriodSeconds,
            long initialReadinessDelaySeconds,
            boolean scaleToZeroGate) {
        ControllerFlags flags() {
            return new ControllerFlags(
                    downscaleStabilizationSeconds,
                    tolerance,
                    cpuInitializationPeriodSeconds,
                    initialReadinessDelaySeconds,
                    scaleToZeroGate);
        }
    }

    record Metric(
            String id, MetricSpec.Source type, MetricSpec.TargetKind targetKind, long target) {
        MetricSpec spec() {
            return new MetricSpec(type, id, targetKind, target);
        }
    }

    record Policy(ScalingRules.Unit type, int value, int periodSeconds) {}

    record Direction(
            @MayBeAbsent @Nullable Integer stabilizationWindowSeconds,
            @MayBeAbsent ScalingRules.@Nullable Select selectPolicy,
            @MayBeAbsent @Nullable List<Policy> policies,
            @MayBeAbsent @Nullable Quantity tolerance) {
        ScalingRules rules() {
            return new ScalingRules(
                    stabilizationWindowSeconds == null
                            ? OptionalInt.empty()
                            : OptionalInt.of(stabilizationWindowSeconds),
                    selectPolicy == null ? ScalingRules.Select.MAX : selectPolicy,
                    policies == null
                            ? List.of()
                            : policies.stream()
                                    .map(one ->
                                            new ScalingRules.Policy(
                                                    one.type(), one.value(), one.periodSeconds()))
                                    .toList(),
                    tolerance == null
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(tolerance.value()));
        }
    }

    record Rules(
            @MayBeAbsent @Nullable Direction scaleUp, @MayBeAbsent @Nullable Direction scaleDown) {
        Behavior behavior() {
            return new Behavior(rules(scaleUp), rules(scaleDown));
        }

        private static ScalingRules rules(@Nullable Direction direction) {
            return direction == null ? ScalingRules.unset() : direction.rules();
        }
    }

    int min() {
        return minReplicas == null ? USUAL_MIN : minReplicas;
    }

    AutoscalerSpec spec() {
        return new AutoscalerSpec(
                min(), maxReplicas, metrics.stream().map(Metric::spec).toList(), defaulted());
    }

    /** As the user wrote it, with our defaults. */
    Optional<Behavior> defaulted() {
        return Optional.ofNullable(behavior).map(rules -> rules.behavior().defaulted());
    }

    /** As upstream's API defaults it. */
    Optional<Behavior> expectedDefaults() {
        return Optional.ofNullable(behaviorDefaulted).map(Rules::behavior);
    }
}
