// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.review;
import static dev.plimsoll.guard.Rule.MAX_REPLICAS;
import static dev.plimsoll.guard.Rule.MIN_REPLICAS;
import static dev.plimsoll.guard.Rule.NODE_CAPACITY;
import static dev.plimsoll.guard.Rule.QUOTA;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the owner allows and the pool holds. */
class LimitRulesTest {
    private static final int MOST = Integer.MAX_VALUE;

    static List<RuleCase> limits() {
        return List.of(
                new RuleCase(QUOTA, "none", review(5, MOST), MOST),
                new RuleCase(QUOTA, "at it", review(5, 8).quota(8), 8),
                new RuleCase(QUOTA, "above it", review(5, 9).quota(8), 8),
                new RuleCase(QUOTA, "there are more", review(9, 9).quota(8), 8),
                new RuleCase(MAX_REPLICAS, "at max", review(5, 8).limits(2, 8), 8),
                new RuleCase(MAX_REPLICAS, "above", review(5, 9).limits(2, 8), 8),
                new RuleCase(MAX_REPLICAS, "far above", review(5, MOST).limits(2, 8), 8),
                new RuleCase(MAX_REPLICAS, "below min", review(5, 1).limits(2, 8), 1),
                new RuleCase(MIN_REPLICAS, "at min", review(5, 2).limits(2, 8), 2),
                new RuleCase(MIN_REPLICAS, "below", review(5, 1).limits(2, 8), 2),
                new RuleCase(MIN_REPLICAS, "far below", review(5, -MOST).limits(2, 8), 2),
                new RuleCase(MIN_REPLICAS, "above max", review(5, 9).limits(2, 8), 9));
    }

    static List<RuleCase> nodeCapacity() {
        return List.of(
                new RuleCase(NODE_CAPACITY, "no limit", review(5, MOST), MOST),
                new RuleCase(NODE_CAPACITY, "room for what is wanted", pool(5, 7, 4, 16), 7),
                new RuleCase(NODE_CAPACITY, "cores for two", pool(5, 9, 4, 1000), 7),
                new RuleCase(NODE_CAPACITY, "memory for one", pool(5, 9, 4, 15), 6),
                new RuleCase(NODE_CAPACITY, "none", pool(5, 9, 1.9, 1000), 5),
                new RuleCase(NODE_CAPACITY, "no change", pool(5, 5, 0, 0), 5),
                new RuleCase(NODE_CAPACITY, "scale-in is free", pool(5, 2, 0, 0), 2),
                new RuleCase(NODE_CAPACITY, "one more", pool(5, 6, 0, 0), 5));
    }

    @ParameterizedTest
    @MethodSource({"limits", "nodeCapacity"})
    void letsThrough(RuleCase example) {
        example.check();
    }

    /** Replicas of two cores and eight bytes in a pool with so much left. */
    private static ReviewBuilder pool(int current, int target, double cores, long bytes) {
        return review(current, target).request(2, 8).left(cores, bytes);
    }
}
