// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.plan.Purpose;
import java.time.Duration;

/** How much at once, and how often. What is taken back is taken back at once. */
final class PaceRules {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SURGE_FACTOR = 4;
    private static final int SURGE_REPLICAS = 20;

    private PaceRules() {}

    static int coolDown(int wanted, Review review) {
        var start = review.at().minus(review.behavior().coolDown());
        boolean cooling = review.history().lastScaleOut().isAfter(start);
        return review.keepIf(cooling && !review.isFor(Purpose.TAKE_BACK), wanted);
    }

    /**
     * Replicas that were added in the period do not make room for more to leave: what was approved
     * may have been refused, or undone by hand.
     */
    static int scaleInRate(int wanted, Review review) {
        if (wanted >= review.current() || review.isFor(Purpose.TAKE_BACK)) {
            return wanted;
        }
        var since = review.at().minus(review.behavior().scaleInPeriod());
        int before = review.current() + Math.max(0, -review.history().netChangeSince(since));
        int mayLeave =
                atLeastOne(before * review.behavior().scaleInShare())
                        - review.history().removedSince(since);
        return Math.max(wanted, review.current() - Math.max(0, mayLeave));
    }

    static int blastRadius(int wanted, Review review) {
        boolean takesAway = wanted < review.current() && !review.isFor(Purpose.TAKE_BACK);
        return takesAway ? Math.max(wanted, review.current() - blast(review)) : wanted;
    }

    /** The replicas that one action may take away. */
    static int blast(Review review) {
        return atLeastOne(review.current() * review.protection().blastRadius());
    }

    static int tick(int wanted, Review review) {
        if (!review.isFor(Purpose.TICK)) {
            return wanted;
        }
        int current = review.current();
        return Math.clamp(wanted, current, Math.max(current, LoadRules.needed(review)));
    }

    static int burst(int wanted, Review review) {
        return review.isFor(Purpose.TICK)
                ? Math.min(wanted, review.current() + Math.max(0, review.burst()))
                : wanted;
    }

    static int surge(int wanted, Review review) {
        int current = review.current();
        return Math.min(wanted, Math.max(SURGE_FACTOR * current, current + SURGE_REPLICAS));
    }

    /** Ticks leave half of the actions to the cycles, which see more. */
    static int actionRate(int wanted, Review review) {
        var since = review.at().minus(MINUTE);
        int most = review.behavior().maxActionsPerMinute();
        int allowed = review.isFor(Purpose.TICK) ? Math.ceilDiv(most, 2) : most;
        boolean spent = review.history().actionsSince(since) >= allowed;
        return spent && !review.isFor(Purpose.TAKE_BACK) ? review.current() : wanted;
    }

    private static int atLeastOne(double share) {
        return Math.max(1, (int) share);
    }
}
