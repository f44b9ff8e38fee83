// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects pairs of what a model says and what was seen. Not thread-safe. */
final class Comparison {
    private static final long HOUR_SECONDS = 3600;

    /** Running sums, weighted by requests. */
    private static final class Sums {
        private final Deviation deviation = new Deviation();
        private double modelled;
        private double seen;
        private double weights;
        private int windows;

        void add(double model, double sight, double weight) {
            deviation.add(model, sight, weight);
            modelled += model * weight;
            seen += sight * weight;
            weights += weight;
            windows++;
        }

        double error() {
            return deviation.mean();
        }

        double modelledMean() {
            return weights > 0 ? modelled / weights : 0;
        }

        double seenMean() {
            return weights > 0 ? seen / weights : 0;
        }
    }

    private final Aspect aspect;
    private final Sums all = new Sums();
    private final SortedMap<Long, Sums> hours = new TreeMap<>();

    Comparison(Aspect aspect) {
        this.aspect = aspect;
    }

    void add(Instant at, double modelled, double seen, double weight) {
        all.add(modelled, seen, weight);
        long hour = Math.floorDiv(at.getEpochSecond(), HOUR_SECONDS);
        hours.computeIfAbsent(hour, _ -> new Sums()).add(modelled, seen, weight);
    }

    /** Empty if there was no pair. */
    Optional<AspectError> windowByWindow() {
        return result(all.error(), worst());
    }

    /**
     * The deviation of the means, as a share of at least {@code least}.
     *
     * @see AspectError
     */
    Optional<AspectError> altogether(double least) {
        double larger = Math.max(least, Math.max(all.modelledMean(), all.seenMean()));
        double error = Math.abs(all.modelledMean() - all.seenMean()) / larger;
        return result(error, Optional.empty());
    }

    private Optional<AspectError> result(double error, Optional<AspectError.WorstHour> worst) {
        return all.windows == 0
                ? Optional.empty()
                : Optional.of(
                        new AspectError(
                                aspect,
                                error,
                                all.modelledMean(),
                                all.seenMean(),
                                all.windows,
                                worst));
    }

    private Optional<AspectError.WorstHour> worst() {
        return hours.entrySet().stream()
                .max(Comparator.comparingDouble(hour -> hour.getValue().error()))
                .map(hour ->
                        new AspectError.WorstHour(
                                Instant.ofEpochSecond(hour.getKey() * HOUR_SECONDS),
                                hour.getValue().error(),
                                hour.getValue().modelledMean(),
                                hour.getValue().seenMean()));
    }
}
