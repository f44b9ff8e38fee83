// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.series;

/**
 * What a day of forecasts cost.
 *
 * @param microsPerCycle mean CPU time per series and cycle, refits included
 * @param refitMillis mean CPU time of a refit
 * @param refreshP50Micros wall time of a sample and the 60 steps of bands after it
 * @param longestCycleMillis CPU time of the longest cycle of a thread
 * @param wallSeconds of the measured day
 * @param heapKibPerSeries live heap over the number of series, histories apart
 * @param stateKib what a snapshot of one series takes
 */
record SeriesResult(
        SeriesLoad load,
        long cycles,
        double microsPerCycle,
        long refits,
        double refitMillis,
        double refreshP50Micros,
        double refreshP99Micros,
        double longestCycleMillis,
        double wallSeconds,
        double heapKibPerSeries,
        double stateKib) {}
