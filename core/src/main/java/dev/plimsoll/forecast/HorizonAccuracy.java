// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import java.util.OptionalDouble;

/**
 * How good forecasts were up to one horizon. A score that cannot be computed is absent.
 *
 * @param horizonSteps the horizon in samples
 * @param mase mean absolute scaled error of the median: below 1 is better than what the one-step
 *     naive forecast did on the history; absent where the history never changed
 * @param wql weighted quantile loss, as a share of the demand; absent where all demand was 0
 * @param coverage90 the share of samples within the 90 % band; 0.9 is ideal
 * @param intervalScore mean interval score of the 90 % band, in the unit of the samples; less is
 *     better
 * @param windows the number of origins that counted
 * @param disjointWindows how many of their windows do not overlap, taken from the first on
 */
public record HorizonAccuracy(
        int horizonSteps,
        OptionalDouble mase,
        OptionalDouble wql,
        OptionalDouble coverage90,
        OptionalDouble intervalScore,
        int windows,
        int disjointWindows) {}
