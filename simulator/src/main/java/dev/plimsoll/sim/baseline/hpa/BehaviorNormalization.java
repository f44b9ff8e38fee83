// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import dev.plimsoll.sim.baseline.hpa.Normalized.Limit;

/**
 * What holds where an autoscaler has a {@code behavior}: no further up than the smallest
 * recommendation of one window and no further down than the largest of another, those exactly as
 * old as that not included; then no further than the rates and bounds allow. What is recorded is
 * the recommendation before any of this. Upstream: {@code normalizeDesiredReplicasWithBehaviors}.
 * Not thread-safe.
 */
final class BehaviorNormalization implements Normalization {
    private final Recommendations recommendations = new Recommendations();
    private final RateLimits rates;
    private final long upWindow;
    private final long downWindow;

    /**
     * @param behavior with the API's defaults
     * @param usualDownWindow the controller's, where the behavior has none
     */
    BehaviorNormalization(Behavior behavior, int usualDownWindow) {
        this.rates = new RateLimits(behavior);
        this.upWindow = behavior.up().stabilizationSeconds().orElse(0);
        this.downWindow = behavior.down().stabilizationSeconds().orElse(usualDownWindow);
    }

    @Override
    public void begin(int current, long now) {
        recommendations.begin(current, now);
    }

    @Override
    public Normalized normalize(int current, int recommended, AutoscalerSpec spec, long now) {
        int stabilized = stabilized(current, recommended, now);
        Condition able = Normalized.READY;
        if (stabilized != recommended) {
            able = recommended >= current ? Normalized.UP_STABILIZED : Normalized.DOWN_STABILIZED;
        }
        return limit(current, stabilized, spec, able, now);
    }

    @Override
    public void scaled(int from, int to, long now) {
        rates.record(from, to, now);
    }

    private int stabilized(int current, int recommended, long now) {
        int up = recommendations.smallest(recommended, second -> second > now - upWindow);
        int down = recommendations.largest(recommended, second -> second > now - downWindow);
        long longer = Math.max(upWindow, downWindow);
        recommendations.record(recommended, now, second -> second < now - longer);
        return Math.min(Math.max(current, up), down);
    }

    private Normalized limit(
            int current, int stabilized, AutoscalerSpec spec, Condition able, long now) {
        if (stabilized > current) {
            int most = rates.most(current, now);
            return spec.maxReplicas() > most
                    ? atMost(most, stabilized, able, Limit.UP)
                    : atMost(spec.maxReplicas(), stabilized, able, Limit.TOO_MANY);
        }
        if (stabilized < current) {
            int fewest = rates.fewest(current, now);
            return spec.minReplicas() < fewest
                    ? atLeast(fewest, stabilized, able, Limit.DOWN)
                    : atLeast(spec.minReplicas(), stabilized, able, Limit.TOO_FEW);
        }
        return Normalized.unlimited(stabilized, able);
    }

    private static Normalized atMost(int most, int wanted, Condition able, Limit limit) {
        return wanted > most
                ? Normalized.limited(most, able, limit)
                : Normalized.unlimited(wanted, able);
    }

    private static Normalized atLeast(int fewest, int wanted, Condition able, Limit limit) {
        return wanted < fewest
                ? Normalized.limited(fewest, able, limit)
                : Normalized.unlimited(wanted, able);
    }
}
