// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plimsoll.sim.baseline.hpa.Condition;
import dev.plimsoll.sim.baseline.hpa.HorizontalPodAutoscaler;
import dev.plimsoll.sim.baseline.hpa.MetricSpec;
import dev.plimsoll.sim.baseline.hpa.Observed;
import dev.plimsoll.sim.baseline.hpa.PodGroup;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Phase;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Ready;
import dev.plimsoll.sim.baseline.hpa.Request;
import dev.plimsoll.sim.baseline.hpa.Scale;
import dev.plimsoll.sim.baseline.hpa.Sync;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Syncs of one HPA controller. */
record HpaSeriesCase(
        @JsonProperty("case") String name,
        @MayBeAbsent @Nullable List<String> tags,
        @MayBeAbsent @Nullable String regime,
        HpaSpecText.Controller controller,
        HpaSpecText hpa,
        Map<String, Long> podRequestMilli,
        long sampleWindowSeconds,
        List<Step> steps)
        implements GoldenCase {
    private static final String NO_ERROR = "";

    HpaSeriesCase {
        Fields.checkSome(steps);
    }

    /** Bounds that change before a sync, and stay so. */
    record Edit(
            @MayBeAbsent @Nullable Integer minReplicas,
            @MayBeAbsent @Nullable Integer maxReplicas) {}

    record Pods(
            int n,
            @MayBeAbsent @Nullable Phase phase,
            @MayBeAbsent @Nullable Ready ready,
            @MayBeAbsent @Nullable Long start,
            @MayBeAbsent @Nullable Long trans,
            @MayBeAbsent boolean deleted,
            @MayBeAbsent @Nullable Map<String, Long> use) {
        PodGroup.State state(long now) {
            return new PodGroup.State(
                    phase == null ? Phase.RUNNING : phase,
                    deleted,
                    ready == null ? Ready.TRUE : ready,
                    start == null ? OptionalLong.empty() : OptionalLong.of(now - start),
                    trans == null ? HpaSingleCase.NEVER : now - trans);
        }

        Optional<Long> usage(String id) {
            return use == null ? Optional.empty() : Optional.ofNullable(use.get(id));
        }
    }

    record Step(
            long t,
            int spec,
            int status,
            @MayBeAbsent @Nullable Edit edit,
            long sampleAge,
            @MayBeAbsent @Nullable List<String> metricErrors,
            @MayBeAbsent @Nullable Map<String, List<Long>> values,
            @MayBeAbsent @Nullable List<Pods> pods,
            Expect expect) {
        boolean failed(String id) {
            return metricErrors != null && metricErrors.contains(id);
        }

        List<Long> values(String id) {
            return values == null ? List.of() : values.getOrDefault(id, List.of());
        }

        List<Pods> podsOrNone() {
            return pods == null ? List.of() : pods;
        }
    }

    /** What came of a sync; of an error it is compared only that there is one. */
    record Expect(
            @MayBeAbsent @Nullable Integer proposal,
            int desired,
            @MayBeAbsent boolean rescaled,
            @MayBeAbsent @Nullable String reason,
            @MayBeAbsent @Nullable Integer statusDesired,
            String ableToScale,
            @MayBeAbsent @Nullable String scalingActive,
            @MayBeAbsent @Nullable String scalingLimited,
            @MayBeAbsent @Nullable String scaledToZero,
            @MayBeAbsent @Nullable String error) {
        Expect complete() {
            return new Expect(
                    proposal,
                    desired,
                    rescaled,
                    reason == null ? "" : reason,
                    statusDesired == null ? desired : statusDesired,
                    ableToScale,
                    scalingActive == null ? "True/ValidMetricFound" : scalingActive,
                    scalingLimited,
                    scaledToZero,
                    error == null ? null : NO_ERROR);
        }

        static Expect of(Sync sync) {
            Sync.Conditions conditions = sync.conditions();
            return new Expect(
                    sync.proposal().isPresent() ? (Integer) sync.proposal().getAsInt() : null,
                    sync.desired(),
                    sync.rescaled(),
                    sync.reason().orElse(""),
                    sync.statusDesired(),
                    conditions.ableToScale().toString(),
                    conditions.scalingActive().map(Condition::toString).orElse("absent"),
                    conditions.scalingLimited().map(Condition::toString).orElse(null),
                    conditions.scaledToZero().map(Condition::toString).orElse(null),
                    sync.failed() ? NO_ERROR : null);
        }
    }

    @Override
    public Optional<Mismatch> replay() {
        if (!hpa.defaulted().equals(hpa.expectedDefaults())) {
            return Optional.of(
                    new Mismatch(
                            "the defaults of behavior",
                            hpa,
                            hpa.expectedDefaults().toString(),
                            hpa.defaulted().toString()));
        }
        HorizontalPodAutoscaler autoscaler = autoscaler();
        Bounds bounds = new Bounds(hpa.min(), hpa.maxReplicas());
        for (Step step : steps) {
            bounds = bounds.after(step.edit());
            autoscaler.bounds(bounds.min(), bounds.max());
            Expect got = Expect.of(sync(autoscaler, step));
            if (!got.equals(step.expect().complete())) {
                return Optional.of(
                        new Mismatch("sync t=" + step.t(), step, step.expect().complete(), got));
            }
        }
        return Optional.empty();
    }

    private record Bounds(int min, int max) {
        Bounds after(@Nullable Edit edit) {
            if (edit == null) {
                return this;
            }
            return new Bounds(
                    edit.minReplicas() == null ? min : edit.minReplicas(),
                    edit.maxReplicas() == null ? max : edit.maxReplicas());
        }
    }

    private HorizontalPodAutoscaler autoscaler() {
        return new HorizontalPodAutoscaler(
                controller.flags(),
                hpa.spec(),
                Optional.ofNullable(hpa.initialScaledToZeroCondition())
                        .map(holds -> new Condition(holds, "Given")));
    }

    private Sync sync(HorizontalPodAutoscaler autoscaler, Step step) {
        return autoscaler.sync(
                step.t(), new Scale(step.spec(), step.status()), metric -> observed(metric, step));
    }

    private Observed observed(MetricSpec metric, Step step) {
        boolean unknown =
                metric.source() == MetricSpec.Source.OBJECT && step.values(metric.name()).isEmpty();
        if (unknown || step.failed(metric.name())) {
            return new Observed.Unavailable();
        }
        List<PodGroup> groups =
                step.podsOrNone().stream().map(pods -> group(pods, metric, step)).toList();
        return switch (metric.source()) {
            case RESOURCE, PODS -> new Observed.Readings(groups, List.of());
            case OBJECT, EXTERNAL -> new Observed.Values(step.values(metric.name()), groups);
        };
    }

    private PodGroup group(Pods pods, MetricSpec metric, Step step) {
        long takenAt = step.t() - step.sampleAge();
        return new PodGroup(
                pods.n(),
                pods.state(step.t()),
                request(metric.name()),
                pods.usage(metric.name())
                        .map(usage -> new PodGroup.Reading(usage, takenAt, sampleWindowSeconds)));
    }

    private Request request(String resource) {
        Long milli = podRequestMilli.get(resource);
        return milli == null ? new Request.Missing() : new Request.Milli(milli);
    }
}
