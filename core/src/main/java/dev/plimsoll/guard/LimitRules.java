// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Pool;

/** What the owner allows and the pool holds: nothing overrides these, whatever the pace. */
final class LimitRules {
    private LimitRules() {}

    static int quota(int wanted, Review review) {
        return Math.min(wanted, pool(review).quota());
    }

    static int maxReplicas(int wanted, Review review) {
        return Math.min(wanted, review.workload().limits().max());
    }

    static int minReplicas(int wanted, Review review) {
        return Math.max(wanted, review.workload().limits().min());
    }

    static int nodeCapacity(int wanted, Review review) {
        if (wanted <= review.current()) {
            return wanted;
        }
        int room = pool(review).left().holds(review.workload().request());
        return (int) Math.min(wanted, (long) review.current() + room);
    }

    private static Pool pool(Review review) {
        return review.outlook().snapshot().pool();
    }
}
