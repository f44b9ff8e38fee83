// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import dev.plimsoll.sim.baseline.number.Whole;

/**
 * Between how few and how many pods one decision may choose. Both ends are rounded outwards, so
 * that a low rate never pins the number of pods; an unreachable revision may drop all of them.
 */
record RateBand(double least, double most) {
    static RateBand around(double ready, AutoscalerSpec spec) {
        double least = spec.reachable() ? Math.floor(ready / spec.rates().maxDown()) : 0;
        return new RateBand(least, Math.ceil(spec.rates().maxUp() * ready));
    }

    int clamp(double pods) {
        return Whole.int32(Math.min(Math.max(pods, least), most));
    }
}
