// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;

/**
 * One invariant as a limit on the number of replicas. The constants stand in the order in which
 * they are applied: first whether the world is still the one that was planned for, then what may be
 * taken away, then how fast, and last the absolute limits, which nothing overrides.
 */
public enum Rule {
    /** The world moved since the proposal was planned. */
    PRECONDITION("the workload changed since this was planned") {
        @Override
        int limit(int wanted, Review review) {
            boolean moved = review.snapshot().inventory().version() != review.proposal().version();
            return moved ? review.current() : wanted;
        }
    },

    /** No scale-in without fresh evidence: an outage of metrics is not an absence of load. */
    EVIDENCE("no scale-in without fresh readings of every deciding signal") {
        @Override
        int limit(int wanted, Review review) {
            return wanted < review.current() && !fresh(review) ? review.current() : wanted;
        }

        private static boolean fresh(Review review) {
            List<Signal> evidence = review.proposal().evidence();
            for (int i = 0; i < evidence.size(); i++) {
                if (!review.snapshot().readings().isFresh(evidence.get(i))) {
                    return false;
                }
            }
            return true;
        }
    },

    /** No scale-in soon after a scale-out. */
    COOL_DOWN("a scale-in waits for the cool-down after a scale-out") {
        @Override
        int limit(int wanted, Review review) {
            if (wanted >= review.current()) {
                return wanted;
            }
            var end = review.history().lastScaleOut();
            boolean cooling = end.isAfter(review.at().minus(behavior(review).coolDown()));
            return cooling ? review.current() : wanted;
        }
    },

    /**
     * At most a share of the replicas leaves within a period. Replicas that were added in it do not
     * make room for more to leave: what was approved may have been refused, or undone by hand.
     */
    SCALE_IN_RATE("at most scaleInShare of the replicas may leave per scaleInPeriod") {
        @Override
        int limit(int wanted, Review review) {
            if (wanted >= review.current()) {
                return wanted;
            }
            ScalingBehavior behavior = behavior(review);
            var since = review.at().minus(behavior.scaleInPeriod());
            int before = review.current() + Math.max(0, -review.history().netChangeSince(since));
            int mayLeave =
                    Math.max(1, (int) (before * behavior.scaleInShare()))
                            - review.history().removedSince(since);
            return Math.max(wanted, review.current() - Math.max(0, mayLeave));
        }
    },

    /** At most so many actions a minute. */
    ACTION_RATE("at most maxActionsPerMinute actions are made a minute") {
        @Override
        int limit(int wanted, Review review) {
            var since = review.at().minus(MINUTE);
            boolean spent =
                    review.history().actionsSince(since) >= behavior(review).maxActionsPerMinute();
            return spent ? review.current() : wanted;
        }
    },

    /** Never above the most that the owner allows. */
    MAX_REPLICAS("never above maxReplicas") {
        @Override
        int limit(int wanted, Review review) {
            return Math.min(wanted, review.workload().limits().max());
        }
    },

    /** Never below the least that the owner allows. */
    MIN_REPLICAS("never below minReplicas") {
        @Override
        int limit(int wanted, Review review) {
            return Math.max(wanted, review.workload().limits().min());
        }
    };

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /** The number of replicas that this rule lets through where {@code wanted} arrive at it. */
    abstract int limit(int wanted, Review review);

    /** The rule as a person reads it. */
    public String sentence() {
        return sentence;
    }

    /** Whether the same proposal can pass later without a change of the world or the settings. */
    boolean isPassing() {
        return this == COOL_DOWN || this == SCALE_IN_RATE || this == ACTION_RATE;
    }

    private static ScalingBehavior behavior(Review review) {
        return review.workload().behavior();
    }
}
