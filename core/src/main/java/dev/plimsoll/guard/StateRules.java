// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.StateKind;

/** What the replicas keep is neither lost nor broken. */
final class StateRules {
    private StateRules() {}

    static int sessions(int wanted, Review review) {
        boolean keepsSessions = review.protection().state() instanceof StateKind.Sessions;
        if (wanted >= review.current() || !keepsSessions) {
            return wanted;
        }
        return Math.max(wanted, review.current() - Victims.candidates(review).size());
    }

    static int draining(int wanted, Review review) {
        int leaving = review.inventory().leaving();
        if (wanted >= review.current() || leaving == 0) {
            return wanted;
        }
        int mayLeave = Math.max(0, PaceRules.blast(review) - leaving);
        return Math.max(wanted, review.current() - mayLeave);
    }

    static int ordered(int wanted, Review review) {
        if (wanted >= review.current()
                || !(review.protection().state() instanceof StateKind.Ordered)) {
            return wanted;
        }
        Inventory inventory = review.inventory();
        boolean settled = inventory.ready() == inventory.desired() && inventory.leaving() == 0;
        return settled ? review.current() - 1 : review.current();
    }

    static int quorum(int wanted, Review review) {
        if (!(review.protection().state() instanceof StateKind.Ordered ordered)) {
            return wanted;
        }
        int current = review.current();
        int ready = review.inventory().ready();
        if (wanted < current) {
            int spare = Math.max(0, ready - ordered.needed(current));
            return Math.max(wanted, current - spare);
        }
        // New members count before they are ready: the old ones must be a majority of all.
        return Math.min(wanted, Math.max(current, 2 * ready - 1));
    }
}
