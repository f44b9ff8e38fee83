// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.OptionalInt;

/** What the readings of pods are held to. Upstream: {@code metrics/utilization.go}. */
sealed interface PodTarget {
    /** Usage over target. */
    double ratio(PodTotals totals);

    /** Average usage in whole thousandths, cut off. */
    long average(PodTotals totals);

    /** What a pod without a reading is taken to use on the way down. */
    long assumedMilli(long requestMilli);

    /** Usage in percent of the requests, where that is what counts. */
    OptionalInt percent(PodTotals totals);

    /** A share of what the pods ask for, in whole percent. */
    record Utilization(int targetPercent) implements PodTarget {
        private static final int WHOLE = 100;

        @Override
        public double ratio(PodTotals totals) {
            return (double) utilization(totals) / targetPercent;
        }

        /** Whole percent, cut off, of the total and not of each pod. */
        private static int utilization(PodTotals totals) {
            return (int) (totals.usageMilli() * WHOLE / totals.requestMilli());
        }

        @Override
        public long average(PodTotals totals) {
            return totals.usageMilli() / totals.pods();
        }

        @Override
        public long assumedMilli(long requestMilli) {
            return requestMilli * Math.max(WHOLE, targetPercent) / WHOLE;
        }

        @Override
        public OptionalInt percent(PodTotals totals) {
            return OptionalInt.of(utilization(totals));
        }
    }

    /** So much for each pod, in thousandths. */
    record AverageValue(long targetMilli) implements PodTarget {
        @Override
        public double ratio(PodTotals totals) {
            return (double) average(totals) / targetMilli;
        }

        @Override
        public long average(PodTotals totals) {
            return totals.usageMilli() / totals.readings();
        }

        @Override
        public long assumedMilli(long requestMilli) {
            return targetMilli;
        }

        @Override
        public OptionalInt percent(PodTotals totals) {
            return OptionalInt.empty();
        }
    }
}
