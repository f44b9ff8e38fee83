// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;

/**
 * How fast a {@link HoltWintersForecaster} follows: the share of a surprise that goes into the
 * level ({@code alpha}), of a change of the level into the trend ({@code beta}), of a period into
 * the season ({@code gamma}), and what is left of the trend after each sample ({@code phi}, below
 * 1).
 */
public record HoltWintersSettings(
        double alpha, double beta, double gamma, double phi, Season season) {
    public HoltWintersSettings {
        Checks.share("alpha", alpha, 1);
        Checks.share("beta", beta, 1);
        Checks.share("gamma", gamma, 1);
        Checks.share("phi", phi, Checks.MOST_PHI);
    }

    /**
     * The defaults, for a period of so many samples: the least error on the whole at 5 min, 30 min
     * and 2 h over 20 public traces of requests and CPU, sampled every 60 to 600 s. A stronger or
     * longer trend was worse.
     */
    public static HoltWintersSettings forPeriod(int period) {
        return new HoltWintersSettings(0.3, 0.02, 0.1, 0.9, Season.of(period));
    }
}
