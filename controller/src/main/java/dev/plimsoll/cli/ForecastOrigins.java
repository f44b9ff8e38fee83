// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.RollingOrigin;
import dev.plimsoll.model.InvalidInputException;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where forecasts are made from: indices of the last sample known to each, ascending.
 *
 * @param scored those that the accuracy is over
 * @param listed those whose steps are printed
 * @param drawn those that a picture shows
 */
record ForecastOrigins(List<Integer> scored, List<Integer> listed, List<Integer> drawn) {
    private static final int MOST_SPREAD = 40;
    private static final int LEAST_SPREAD = 10;
    private static final int DRAWN = 4;

    /**
     * Forecasts what is to come, scored by a back-test and drawn with the ones before it whose
     * windows touch each other.
     */
    static ForecastOrigins rolling(TraceSamples samples, RollingOrigin rolling, int steps) {
        int last = samples.last();
        List<Integer> drawn =
                IntStream.range(0, DRAWN)
                        .mapToLong(window -> last - (long) window * steps)
                        .filter(origin -> origin > 0)
                        .mapToInt(Math::toIntExact)
                        .sorted()
                        .boxed()
                        .toList();
        return new ForecastOrigins(
                spread(samples, rolling, steps),
                List.of(last),
                drawn.isEmpty() ? List.of(last) : drawn);
    }

    /** Forecasts from these origins and no others. */
    static ForecastOrigins exactly(NavigableSet<Integer> origins) {
        List<Integer> all = List.copyOf(origins);
        return new ForecastOrigins(all, all, all);
    }

    /** All of them, each once. */
    NavigableSet<Integer> all() {
        NavigableSet<Integer> all = new TreeSet<>();
        Stream.of(scored, listed, drawn).flatMap(Collection::stream).forEach(all::add);
        return all;
    }

    private static List<Integer> spread(TraceSamples samples, RollingOrigin rolling, int steps) {
        int candidates = Math.ceilDiv(samples.last() - steps, 2) + 1;
        int count = Math.clamp(candidates, LEAST_SPREAD, MOST_SPREAD);
        try {
            return IntStream.of(rolling.spreadOrigins(count)).boxed().toList();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(samples.trace().name() + ": " + e.getMessage());
        }
    }
}
