// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.Checks;
import java.util.List;

/**
 * What a {@link SvrForecaster} looks at and how it is fitted. Yadav et al. 2020 give none of these:
 * all values are ours.
 *
 * @param period samples in a day, or in whatever season there is; a week is seven of them
 * @param lags how many past values are inputs: those 1, 2, 4, 8, … samples ago
 * @param horizons how many samples ahead a regression each looks; ascending, the first is 1
 * @param rows the most samples that a fit learns from
 * @param grid the candidates for C and gamma, and epsilon
 */
public record SvrSettings(int period, int lags, List<Integer> horizons, int rows, SvrGrid grid) {
    private static final int LONGEST = 1 << 30;
    private static final int MOST_LAGS = 12;
    private static final int MOST_HORIZONS = 8;
    private static final int FARTHEST = 10_000;
    static final int LEAST_ROWS = 24;
    static final int MOST_ROWS = 500;

    public SvrSettings {
        within(2, LONGEST, period, "period");
        within(1, MOST_LAGS, lags, "lags");
        within(LEAST_ROWS, MOST_ROWS, rows, "rows");
        horizons = List.copyOf(horizons);
        within(1, MOST_HORIZONS, horizons.size(), "the number of horizons");
        requireAscending(horizons);
    }

    /**
     * The defaults, for a day of so many samples: about the least error on the whole at 5 min, 30
     * min, 2 h and 24 h over 20 public traces of requests and CPU, sampled every 60 to 3,600 s. 500
     * rows made errors a hundredth smaller, at three times the cost.
     */
    public static SvrSettings forPeriod(int period) {
        SvrGrid grid = new SvrGrid(0.2, List.of(0.3, 3.0), List.of(0.05, 0.25));
        return new SvrSettings(period, 5, List.of(1, 6, 36), 300, grid);
    }

    /** How far back the farthest lag is, in samples. */
    int reach() {
        return 1 << (lags - 1);
    }

    private static void within(int least, int most, int value, String what) {
        Checks.atLeast(least, value, what);
        if (value > most) {
            throw new IllegalArgumentException(
                    "%s is %d, must be at most %d".formatted(what, value, most));
        }
    }

    private static void requireAscending(List<Integer> horizons) {
        int before = 0;
        for (int horizon : horizons) {
            within(before + 1, FARTHEST, horizon, "a horizon after that of %d".formatted(before));
            before = horizon;
        }
        if (horizons.getFirst() != 1) {
            throw new IllegalArgumentException(
                    "the first horizon is %d, must be 1".formatted(horizons.getFirst()));
        }
    }
}
