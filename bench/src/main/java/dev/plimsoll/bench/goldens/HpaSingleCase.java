// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plimsoll.sim.baseline.hpa.MetricSpec;
import dev.plimsoll.sim.baseline.hpa.MetricSpec.Source;
import dev.plimsoll.sim.baseline.hpa.MetricSpec.TargetKind;
import dev.plimsoll.sim.baseline.hpa.Observed;
import dev.plimsoll.sim.baseline.hpa.PodGroup;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Phase;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Ready;
import dev.plimsoll.sim.baseline.hpa.PodResources;
import dev.plimsoll.sim.baseline.hpa.Recommendation;
import dev.plimsoll.sim.baseline.hpa.ReplicaCalculator;
import dev.plimsoll.sim.baseline.hpa.Request;
import dev.plimsoll.sim.baseline.hpa.Scale;
import dev.plimsoll.sim.baseline.hpa.Tolerances;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One call of HPA's replica calculator. */
record HpaSingleCase(
        @JsonProperty("case") String name,
        @MayBeAbsent @Nullable String regime,
        @MayBeAbsent @Nullable List<String> tags,
        Call call,
        @MayBeAbsent @Nullable String resource,
        @MayBeAbsent @Nullable String container,
        int currentReplicas,
        long target,
        double toleranceDown,
        double toleranceUp,
        long cpuInitializationPeriodSeconds,
        long initialReadinessDelaySeconds,
        boolean metricsError,
        @MayBeAbsent @Nullable List<Long> valuesMilli,
        @MayBeAbsent @Nullable List<Long> strayUsagesMilli,
        List<Pod> pods,
        Expect expect)
        implements GoldenCase {
    HpaSingleCase {
        Fields.checkCount(currentReplicas, "currentReplicas");
    }

    /** The instant of the decision; pods tell ages. */
    private static final long NOW = 0;

    /** When a condition changed that tells no time: before anything else. */
    static final long NEVER = Long.MIN_VALUE / 4;

    /** What is asked of the calculator. */
    enum Call {
        RESOURCE_UTILIZATION(Source.RESOURCE, TargetKind.UTILIZATION),
        RESOURCE_AVERAGE_VALUE(Source.RESOURCE, TargetKind.AVERAGE_VALUE),
        PODS_METRIC(Source.PODS, TargetKind.AVERAGE_VALUE),
        OBJECT_VALUE(Source.OBJECT, TargetKind.VALUE),
        OBJECT_AVERAGE_VALUE(Source.OBJECT, TargetKind.AVERAGE_VALUE),
        EXTERNAL_VALUE(Source.EXTERNAL, TargetKind.VALUE),
        EXTERNAL_AVERAGE_VALUE(Source.EXTERNAL, TargetKind.AVERAGE_VALUE);

        private final Source source;
        private final TargetKind kind;

        Call(Source source, TargetKind kind) {
            this.source = source;
            this.kind = kind;
        }

        boolean looksAtPods() {
            return source == Source.RESOURCE || source == Source.PODS;
        }
    }

    /** What a container is to its pod. */
    enum ContainerKind {
        CONTAINER,
        INIT,
        SIDECAR
    }

    record Container(String name, ContainerKind kind, @MayBeAbsent @Nullable Long requestMilli) {}

    record Pod(
            String name,
            Phase phase,
            Ready ready,
            @MayBeAbsent @Nullable Long startAgeSeconds,
            @MayBeAbsent @Nullable Long readyTransitionAgeSeconds,
            @MayBeAbsent boolean deleted,
            @MayBeAbsent @Nullable Long requestMilli,
            @MayBeAbsent @Nullable Long usageMilli,
            @MayBeAbsent long sampleAgeSeconds,
            @MayBeAbsent long sampleWindowSeconds,
            @MayBeAbsent @Nullable List<Container> containers,
            @MayBeAbsent @Nullable Long podLevelRequestMilli) {
        PodGroup group(Optional<String> container) {
            return new PodGroup(1, state(), request(container), reading());
        }

        private PodGroup.State state() {
            return new PodGroup.State(
                    phase,
                    deleted,
                    ready,
                    startAgeSeconds == null
                            ? OptionalLong.empty()
                            : OptionalLong.of(NOW - startAgeSeconds),
                    readyTransitionAgeSeconds == null ? NEVER : NOW - readyTransitionAgeSeconds);
        }

        private Optional<PodGroup.Reading> reading() {
            return Optional.ofNullable(usageMilli)
                    .map(usage ->
                            new PodGroup.Reading(
                                    usage, NOW - sampleAgeSeconds, sampleWindowSeconds));
        }

        private Request request(Optional<String> container) {
            List<PodResources.Container> asked =
                    containers == null
                            ? List.of(new PodResources.Container("app", milli(requestMilli)))
                            : containers.stream()
                                    .filter(one -> one.kind() != ContainerKind.INIT)
                                    .map(one ->
                                            new PodResources.Container(
                                                    one.name(), milli(one.requestMilli())))
                                    .toList();
            return new PodResources(asked, milli(podLevelRequestMilli)).request(container);
        }
    }

    /** What upstream decided; the text of an error is for people. */
    record Expect(
            int desired,
            @MayBeAbsent @Nullable Long usageMilli,
            @MayBeAbsent @Nullable Integer utilizationPercent,
            @MayBeAbsent @Nullable String errorKind,
            @MayBeAbsent @Nullable String error) {
        Expect withoutText() {
            return new Expect(desired, usageMilli, utilizationPercent, errorKind, null);
        }
    }

    @Override
    public Optional<Mismatch> replay() {
        Expect got = got(recommendation());
        return got.equals(expect.withoutText())
                ? Optional.empty()
                : Optional.of(new Mismatch("the one call", this, expect, got));
    }

    private Recommendation recommendation() {
        var calculator =
                new ReplicaCalculator(cpuInitializationPeriodSeconds, initialReadinessDelaySeconds);
        var metric =
                new MetricSpec(
                        call.source, Objects.requireNonNullElse(resource, ""), call.kind, target);
        return calculator.recommend(
                metric,
                new Tolerances(toleranceDown, toleranceUp),
                new Scale(currentReplicas, currentReplicas),
                observed(),
                NOW);
    }

    private Observed observed() {
        boolean unknown =
                call.source == Source.OBJECT && (valuesMilli == null || valuesMilli.isEmpty());
        if (metricsError || unknown) {
            return new Observed.Unavailable();
        }
        Optional<String> only = Optional.ofNullable(container);
        List<PodGroup> groups = pods.stream().map(pod -> pod.group(only)).toList();
        return call.looksAtPods()
                ? new Observed.Readings(groups, orNone(strayUsagesMilli))
                : new Observed.Values(orNone(valuesMilli), groups);
    }

    private static Expect got(Recommendation recommendation) {
        return switch (recommendation) {
            case Recommendation.Replicas replicas ->
                    new Expect(
                            replicas.count(),
                            replicas.usageMilli().isPresent()
                                    ? (Long) replicas.usageMilli().getAsLong()
                                    : null,
                            replicas.utilizationPercent().isPresent()
                                    ? (Integer) replicas.utilizationPercent().getAsInt()
                                    : null,
                            null,
                            null);
            case Recommendation.Failed(Recommendation.Failure failure) ->
                    new Expect(0, null, null, StrictIntrospector.camel(failure.name()), null);
        };
    }

    private static OptionalLong milli(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static List<Long> orNone(@Nullable List<Long> values) {
        return values == null ? List.of() : values;
    }
}
