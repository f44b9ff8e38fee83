// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import dev.plimsoll.sim.baseline.hpa.PodGroup.Reading;
import dev.plimsoll.sim.baseline.hpa.Recommendation.Failed;
import dev.plimsoll.sim.baseline.hpa.Recommendation.Failure;
import dev.plimsoll.sim.baseline.number.Whole;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The replicas that readings of pods ask for: the ratio of usage to target times the number of pods
 * that were measured. Pods without a reading are then filled in, against the direction of the
 * change, and on the way up those that are not ready with nothing; what turns the direction round
 * changes nothing. Upstream: {@code ReplicaCalculator}. Immutable.
 */
record PodReplicas(PodTarget target, boolean isCpu, Tolerances tolerances) {
    Recommendation recommend(
            int current, Observed.Readings readings, PodClassifier classifier, long now) {
        PodTally tally = new PodTally(target, isCpu);
        readings.pods().forEach(pods -> tally.add(pods, classifier, now));
        readings.strayMilli().forEach(usage -> tally.addStray(usage));
        Optional<Failure> failure = failure(readings, tally);
        return failure.isPresent()
                ? new Failed(failure.get())
                : recommendation(replicas(current, tally), tally.measured());
    }

    private Recommendation recommendation(int replicas, PodTotals measured) {
        return new Recommendation.Replicas(
                replicas, OptionalLong.of(target.average(measured)), target.percent(measured));
    }

    private Optional<Failure> failure(Observed.Readings readings, PodTally tally) {
        if (readings.pods().isEmpty()) {
            return Optional.of(Failure.NO_PODS);
        }
        if (tally.measured().readings() == 0) {
            return Optional.of(Failure.NO_USABLE_METRICS);
        }
        return target instanceof PodTarget.Utilization ? requestFailure(tally) : Optional.empty();
    }

    private static Optional<Failure> requestFailure(PodTally tally) {
        boolean nothingAskedFor = tally.measured().requestMilli() == 0;
        return tally.requestFailure()
                .or(() -> nothingAskedFor ? Optional.of(Failure.ZERO_REQUESTS) : Optional.empty());
    }

    private int replicas(int current, PodTally tally) {
        double ratio = target.ratio(tally.measured());
        boolean upWithUnready = tally.unready().pods() > 0 && ratio > 1.0;
        if (upWithUnready || tally.missing().pods() > 0) {
            return replicas(current, ratio, filledIn(tally, ratio));
        }
        return tolerances.include(ratio)
                ? current
                : Whole.int32(Math.ceil(ratio * tally.measured().pods()));
    }

    private int replicas(int current, double ratio, PodTotals filledIn) {
        double newRatio = target.ratio(filledIn);
        boolean turned = (ratio < 1.0 && newRatio > 1.0) || (ratio > 1.0 && newRatio < 1.0);
        if (tolerances.include(newRatio) || turned) {
            return current;
        }
        int replicas = Whole.int32(Math.ceil(newRatio * filledIn.readings()));
        boolean against =
                (newRatio < 1.0 && replicas > current) || (newRatio > 1.0 && replicas < current);
        return against ? current : replicas;
    }

    private static PodTotals filledIn(PodTally tally, double ratio) {
        if (ratio < 1.0) {
            return tally.measured().plus(tally.missing());
        }
        return ratio > 1.0
                ? tally.measured().plus(tally.missing().withoutUsage()).plus(tally.unready())
                : tally.measured();
    }

    /** Pods added up by what they count as. Not thread-safe. */
    private static final class PodTally {
        private final PodTarget target;
        private final boolean isCpu;
        private PodTotals measured = PodTotals.NONE;
        private PodTotals missing = PodTotals.NONE;
        private PodTotals unready = PodTotals.NONE;
        private Optional<Failure> requestFailure = Optional.empty();

        PodTally(PodTarget target, boolean isCpu) {
            this.target = target;
            this.isCpu = isCpu;
        }

        void add(PodGroup pods, PodClassifier classifier, long now) {
            long request = requestMilli(pods.request());
            int count = pods.count();
            switch (classifier.classify(pods, isCpu, now)) {
                case MEASURED -> measured = measured.plus(count, usage(pods), request);
                case MISSING ->
                        missing = missing.plus(count, target.assumedMilli(request), request);
                case UNREADY -> unready = unready.plus(count, 0, request);
                case IGNORED -> {}
            }
        }

        /** Counts where each pod has its target, and not where it has a request. */
        void addStray(long usageMilli) {
            long counted = target instanceof PodTarget.AverageValue ? usageMilli : 0;
            measured = measured.plus(new PodTotals(counted, 0, 0, 1));
        }

        PodTotals measured() {
            return measured;
        }

        PodTotals missing() {
            return missing;
        }

        PodTotals unready() {
            return unready;
        }

        Optional<Failure> requestFailure() {
            return requestFailure;
        }

        private static long usage(PodGroup pods) {
            return pods.reading().map(Reading::usageMilli).orElse(0L);
        }

        /** Also an ignored pod must have one. */
        private long requestMilli(Request request) {
            return switch (request) {
                case Request.Milli(long value) -> value;
                case Request.Missing() -> refused(Failure.MISSING_REQUEST);
                case Request.NoSuchContainer() -> refused(Failure.CONTAINER_NOT_FOUND);
            };
        }

        private long refused(Failure failure) {
            requestFailure = requestFailure.or(() -> Optional.of(failure));
            return 0;
        }
    }
}
