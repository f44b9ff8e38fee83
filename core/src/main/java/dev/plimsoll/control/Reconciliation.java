// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of actions whose outcome a controller did not live to see, as the platform shows it.
 * None of them is tried again: what is still wanted is decided afresh.
 */
public final class Reconciliation {
    private Reconciliation() {}

    /**
     * An outcome for each approved decision that has none.
     *
     * @param inventory read after whoever made these decisions had ended
     */
    public static List<Acted> of(List<Decided> unfinished, List<Inventory> inventory, Instant now) {
        Map<WorkloadId, Inventory> byId = new TreeMap<>();
        inventory.forEach(each -> byId.put(each.workload(), each));
        List<Acted> acted = new ArrayList<>();
        for (Decided decided : unfinished) {
            if (decided.record().verdict()
                    instanceof Verdict.Remembered(var action, long version, var _, var _)) {
                Inventory seen = byId.get(decided.workload());
                Outcome outcome =
                        seen == null ? unknown(action, now) : outcome(action, version, seen, now);
                acted.add(new Acted(decided.at(), outcome));
            }
        }
        return acted;
    }

    /** Every change moves the version on, so at the approved one nothing has happened. */
    private static Outcome outcome(Action action, long version, Inventory seen, Instant now) {
        if (seen.version() == version) {
            return new Outcome.Unsent(action, now);
        }
        return isDone(action, seen) ? new Outcome.Applied(action, now) : unknown(action, now);
    }

    private static boolean isDone(Action action, Inventory seen) {
        return switch (action) {
            case Action.Scale scale -> seen.desired() == scale.to();
        };
    }

    private static Outcome unknown(Action action, Instant now) {
        return new Outcome.Failed(action, now, PlatformException.Fault.INTERRUPTED);
    }
}
