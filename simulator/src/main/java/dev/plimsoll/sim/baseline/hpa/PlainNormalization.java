// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import dev.plimsoll.sim.baseline.hpa.Normalized.Limit;
import dev.plimsoll.sim.baseline.number.Whole;

/**
 * What holds where an autoscaler has no {@code behavior}: the largest recommendation of the
 * controller's window, one exactly as old as that included; at most twice the replicas, or four.
 * Upstream: {@code normalizeDesiredReplicas}. Not thread-safe.
 */
final class PlainNormalization implements Normalization {
    private static final int GROWTH = 2;
    private static final int LEAST_MOST = 4;

    private final Recommendations recommendations = new Recommendations();
    private final long windowSeconds;

    PlainNormalization(long windowSeconds) {
        this.windowSeconds = windowSeconds;
    }

    @Override
    public void begin(int current, long now) {
        recommendations.begin(current, now);
    }

    @Override
    public Normalized normalize(int current, int recommended, AutoscalerSpec spec, long now) {
        long since = now - windowSeconds;
        int stabilized = recommendations.largest(recommended, second -> second >= since);
        recommendations.record(recommended, now, second -> second < since);
        Condition able = stabilized == recommended ? Normalized.READY : Normalized.DOWN_STABILIZED;
        return limit(current, stabilized, spec, able);
    }

    @Override
    public void scaled(int from, int to, long now) {
        // rates are limited by what there is, not by what was done
    }

    private static Normalized limit(
            int current, int stabilized, AutoscalerSpec spec, Condition able) {
        int most = Whole.int32(Math.max((double) GROWTH * current, LEAST_MOST));
        if (stabilized < spec.minReplicas()) {
            return Normalized.limited(spec.minReplicas(), able, Limit.TOO_FEW);
        }
        if (stabilized > Math.min(spec.maxReplicas(), most)) {
            return spec.maxReplicas() > most
                    ? Normalized.limited(most, able, Limit.UP)
                    : Normalized.limited(spec.maxReplicas(), able, Limit.TOO_MANY);
        }
        return Normalized.unlimited(stabilized, able);
    }
}
