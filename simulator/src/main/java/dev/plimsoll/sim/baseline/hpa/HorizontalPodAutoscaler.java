// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import dev.plimsoll.sim.baseline.hpa.Sync.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One HorizontalPodAutoscaler under its controller: {@link #sync} once a period. At 0 replicas it
 * is switched off, unless it went there itself; outside its bounds it goes back to them without a
 * look at the metrics; else the metrics propose ({@link ReplicaCalculator}, {@link Proposal}) and
 * windows and rates dispose ({@link Normalization}).
 *
 * <p>Source: Kubernetes 1.36, {@code pkg/controller/podautoscaler/horizontal.go}, {@code
 * reconcileAutoscaler}. Not thread-safe.
 */
public final class HorizontalPodAutoscaler {
    private static final String ABOVE_MAX = "Current number of replicas above Spec.MaxReplicas";
    private static final String BELOW_MIN = "Current number of replicas below Spec.MinReplicas";
    private static final String BELOW_TARGETS = "All metrics below target";

    private static final Condition GOT_SCALE = new Condition(true, "SucceededGetScale");
    private static final Condition RESCALED = new Condition(true, "SucceededRescale");
    private static final Condition VALID_METRIC = new Condition(true, "ValidMetricFound");
    private static final Condition DISABLED = new Condition(false, "ScalingDisabled");
    private static final Condition ZERO = new Condition(true, "ScaledToZero");
    private static final Condition NOT_ZERO = new Condition(false, "NotScaledToZero");

    private final ControllerFlags flags;
    private final ReplicaCalculator calculator;
    private final Normalization normalization;
    private AutoscalerSpec spec;
    private int statusDesired;
    private Condition ableToScale = GOT_SCALE;
    private Optional<Condition> scalingActive = Optional.empty();
    private Optional<Condition> scalingLimited = Optional.empty();
    private Optional<Condition> scaledToZero;

    /**
     * An autoscaler that has seen nothing yet.
     *
     * @param spec whose behavior, if any, has the API's defaults
     * @param scaledToZero the condition of that name, if it has one already
     */
    public HorizontalPodAutoscaler(
            ControllerFlags flags, AutoscalerSpec spec, Optional<Condition> scaledToZero) {
        this.flags = flags;
        this.spec = spec;
        this.scaledToZero = scaledToZero;
        this.calculator =
                new ReplicaCalculator(
                        flags.cpuInitializationPeriodSeconds(),
                        flags.initialReadinessDelaySeconds());
        int window = flags.downscaleStabilizationSeconds();
        this.normalization =
                spec.behavior().isPresent()
                        ? new BehaviorNormalization(spec.behavior().get(), window)
                        : new PlainNormalization(window);
    }

    /** From now on other bounds hold. */
    public void bounds(int minReplicas, int maxReplicas) {
        spec = spec.within(minReplicas, maxReplicas);
    }

    /** A sync at second {@code now}; {@code metrics} answers for each metric. */
    public Sync sync(long now, Scale scale, Function<MetricSpec, Observed> metrics) {
        ableToScale = GOT_SCALE;
        normalization.begin(scale.spec(), now);
        if (scale.spec() == 0 && !returnsFromZero()) {
            return switchedOff();
        }
        if (scale.spec() > spec.maxReplicas() && scale.spec() != 0) {
            return scaled(scale.spec(), spec.maxReplicas(), Optional.of(ABOVE_MAX), now);
        }
        if (scale.spec() < spec.minReplicas() && scale.spec() != 0) {
            return scaled(scale.spec(), spec.minReplicas(), Optional.of(BELOW_MIN), now);
        }
        return byMetrics(scale, proposal(now, scale, metrics), now);
    }

    private boolean wentToZero() {
        return flags.scaleToZero() && scaledToZero.filter(Condition::holds).isPresent();
    }

    private boolean returnsFromZero() {
        return wentToZero() && (spec.minReplicas() != 0 || spec.canReadWithoutPods());
    }

    private Sync switchedOff() {
        scalingActive = Optional.of(DISABLED);
        if (!flags.scaleToZero()) {
            scaledToZero = Optional.empty();
        }
        return kept(0);
    }

    private Proposal proposal(long now, Scale scale, Function<MetricSpec, Observed> metrics) {
        Tolerances tolerances = spec.tolerances(flags.tolerance());
        List<Recommendation> recommendations = new ArrayList<>(spec.metrics().size());
        for (MetricSpec metric : spec.metrics()) {
            recommendations.add(
                    calculator.recommend(metric, tolerances, scale, metrics.apply(metric), now));
        }
        return Proposal.of(spec.metrics(), recommendations, scale.spec());
    }

    private Sync byMetrics(Scale scale, Proposal proposal, long now) {
        if (proposal.replicas().isEmpty()) {
            scalingActive = proposal.failed();
            return failed(scale.spec());
        }
        scalingActive = Optional.of(VALID_METRIC);
        int current = scale.spec();
        int wanted = Math.max(proposal.replicas().getAsInt(), 0);
        String metric = wanted > 0 ? proposal.metric() : "";
        Normalized normalized = normalization.normalize(current, wanted, spec, now);
        ableToScale = normalized.ableToScale();
        scalingLimited = Optional.of(normalized.scalingLimited());
        Optional<String> reason = reason(current, wanted, metric);
        Sync sync = toAtLeastMin(current, normalized.replicas(), reason, now);
        return sync.with(proposal);
    }

    private Sync toAtLeastMin(int current, int desired, Optional<String> reason, long now) {
        boolean raised =
                current == 0
                        && spec.minReplicas() != 0
                        && wentToZero()
                        && desired < spec.minReplicas();
        int target = raised ? spec.minReplicas() : desired;
        Optional<String> why = raised ? reason.or(() -> Optional.of(BELOW_MIN)) : reason;
        return target == current ? kept(current) : scaled(current, target, why, now);
    }

    private static Optional<String> reason(int current, int wanted, String metric) {
        if (wanted == current) {
            return Optional.empty();
        }
        return Optional.of(wanted > current ? metric + " above target" : BELOW_TARGETS);
    }

    private Sync scaled(int from, int to, Optional<String> reason, long now) {
        ableToScale = RESCALED;
        normalization.scaled(from, to, now);
        scaledToZero = Optional.empty();
        if (flags.scaleToZero()) {
            boolean zero =
                    from > 0 && to == 0 && spec.minReplicas() == 0 && spec.canReadWithoutPods();
            scaledToZero = Optional.of(zero ? ZERO : NOT_ZERO);
        }
        statusDesired = to;
        return new Sync(OptionalInt.empty(), to, true, reason, to, conditions(), false);
    }

    private Sync kept(int current) {
        statusDesired = current;
        return new Sync(
                OptionalInt.empty(),
                current,
                false,
                Optional.empty(),
                current,
                conditions(),
                false);
    }

    private Sync failed(int current) {
        return new Sync(
                OptionalInt.empty(),
                current,
                false,
                Optional.empty(),
                statusDesired,
                conditions(),
                true);
    }

    private Conditions conditions() {
        return new Conditions(ableToScale, scalingActive, scalingLimited, scaledToZero);
    }
}
