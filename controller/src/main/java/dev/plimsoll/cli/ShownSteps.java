// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.Forecast;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of a forecast that people read: evenly spaced ones, and few. */
final class ShownSteps {
    static final List<String> HEADER = List.of("time", "q05", "q25", "q50", "q75", "q95");

    private static final int MOST = 24;

    private final TraceForecast forecast;
    private final List<Integer> origins;
    private final int stride;

    ShownSteps(TraceForecast forecast) {
        this.forecast = forecast;
        this.origins = forecast.origins().listed();
        this.stride = Math.ceilDiv(forecast.steps(), Math.max(1, MOST / origins.size()));
    }

    List<Integer> origins() {
        return origins;
    }

    /** Whether it must be said where the forecasts are made from. */
    boolean areOfThePast() {
        return !origins.equals(List.of(forecast.samples().last()));
    }

    Instant origin(int origin) {
        return forecast.samples().sampledAt(origin);
    }

    /**
     * The rows under {@link #HEADER} of the forecast from an origin, counted back from the last
     * step, which is the one that was asked for.
     */
    List<List<String>> rows(int origin) {
        Forecast made = forecast.run().from(origin);
        int first = (made.horizon() - 1) % stride + 1;
        return IntStream.iterate(first, step -> step <= made.horizon(), step -> step + stride)
                .mapToObj(step ->
                        ForecastText.bands(
                                forecast.samples().at((long) origin + step), made.at(step)))
                .toList();
    }

    /** Which of the steps they are, where they are not all. */
    String note() {
        return stride == 1
                ? ""
                : "Every %s of %d steps:".formatted(ordinal(stride), forecast.steps());
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
