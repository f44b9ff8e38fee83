// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the decisions stand whose actions have no outcome yet, so that an outcome finds its own
 * without a look at all that its workload ever decided. Not thread-safe.
 */
final class Unfinished {
    private final Map<WorkloadId, Map<Instant, List<Long>>> positions = new TreeMap<>();

    /** Takes in a decision that leads to an action. */
    void began(long position, Decided decided) {
        positions
                .computeIfAbsent(decided.workload(), _ -> new TreeMap<>())
                .computeIfAbsent(decided.at(), _ -> new ArrayList<>())
                .add(position);
    }

    /** Takes in an outcome; the positions of the decisions that it finishes. */
    List<Long> ended(Acted acted) {
        Map<Instant, List<Long>> ofOne = positions.getOrDefault(acted.workload(), Map.of());
        List<Long> ended = ofOne.getOrDefault(acted.decided(), List.of());
        if (!ended.isEmpty()) {
            ofOne.remove(acted.decided());
        }
        return ended;
    }
}
