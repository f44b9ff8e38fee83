// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/** Brings what the metrics ask for behind windows and limits. */
sealed interface Normalization permits PlainNormalization, BehaviorNormalization {
    /** Before anything else at a sync. */
    void begin(int current, long now);

    Normalized normalize(int current, int recommended, AutoscalerSpec spec, long now);

    /** The replicas were changed. */
    void scaled(int from, int to, long now);
}
