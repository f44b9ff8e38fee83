// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.BandForecaster;
import dev.plimsoll.forecast.calendar.EventBands;
import dev.plimsoll.forecast.ensemble.SelfFittingEnsemble;
import java.util.List;

/**
 * How much of a forecast a model made.
 *
 * @param share from 0 to 1; those of one forecast sum to 1
 */
record ModelShare(String name, double share) {
    /** Who makes the forecast so many steps ahead; the largest share first. */
    static List<ModelShare> of(BandForecaster forecaster, String name, int steps) {
        if (forecaster instanceof EventBands events) {
            return of(events.baseline(), name, steps);
        }
        List<ModelShare> shares =
                forecaster instanceof SelfFittingEnsemble ensemble
                        ? ensemble.shares(steps).stream()
                                .map(share -> new ModelShare(share.expert(), share.share()))
                                .toList()
                        : List.of();
        return shares.isEmpty() ? List.of(new ModelShare(name, 1)) : shares;
    }
}
