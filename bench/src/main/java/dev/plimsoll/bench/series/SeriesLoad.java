// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.series;

import java.time.Duration;

/**
 * What is asked of the forecasts: so many series on so many threads over a day of cycles, after a
 * day in which they learned.
 *
 * @param sampleStep from one sample of a series to the next, a multiple of the cycle
 */
record SeriesLoad(int series, int threads, Duration cycle, Duration sampleStep) {
    /** Steps that a refresh computes. */
    static final int STEPS = 60;

    static final Duration DAY = Duration.ofDays(1);

    /** Samples that a refit looks at, at most: a week's at one a minute. */
    static final int HISTORY = 10_080;

    int cyclesOfADay() {
        return (int) DAY.dividedBy(cycle);
    }

    /** Cycles from one sample to the next. */
    int cyclesPerSample() {
        return (int) sampleStep.dividedBy(cycle);
    }

    int samplesOfADay() {
        return (int) DAY.dividedBy(sampleStep);
    }
}
