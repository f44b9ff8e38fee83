// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.forecast.Forecast;
import java.util.List;

/** What a peer made of a course. */
sealed interface PeerAnswer {
    /** The peer's name. */
    String model();

    /**
     * Its forecasts.
     *
     * @param cpuMicros mean CPU time of a fit and its forecast
     * @param forecasts one for each origin of the course
     */
    record Answered(String model, double cpuMicros, List<Forecast> forecasts)
            implements PeerAnswer {
        public Answered {
            forecasts = List.copyOf(forecasts);
        }
    }

    /** It could not forecast from one of the origins at least; the reason is its own. */
    record Failed(String model, String reason) implements PeerAnswer {}
}
