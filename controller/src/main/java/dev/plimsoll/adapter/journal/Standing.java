// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last decision of every workload, and when it was repeated last.
 *
 * <p>A quiet cycle repeats all of them at one instant, the pulse. A decision that follows the pulse
 * is not written again: its last repeat was the pulse's. So a quiet cycle writes one number however
 * many workloads there are, and each one that begins or ends to follow writes its row once. Where a
 * commit repeats only a few of those that follow, as a tick does, the pulse stands still and those
 * few are written instead.
 *
 * <p>Not thread-safe.
 */
final class Standing {
    /**
     * Until when a decision was repeated.
     *
     * @param isFirst whether the store was told nothing of it before
     */
    record Move(long position, Instant until, boolean follows, boolean isFirst) {}

    private static final class Last {
        private final long position;
        private final DecisionRecord record;
        private Instant until;
        private boolean follows;
        private boolean isTold;

        private Last(long position, Decided decided) {
            this.position = position;
            this.record = decided.record();
            this.until = decided.until();
        }

        /** Whether the store has to know until when it was repeated. */
        private boolean isToBeTold() {
            return isTold || !until.equals(record.at());
        }

        private Move move() {
            Move move = new Move(position, until, follows, !isTold);
            isTold = true;
            return move;
        }
    }

    private final Map<WorkloadId, Last> lasts = new TreeMap<>();
    private final Map<WorkloadId, Last> repeated = new TreeMap<>();
    private final List<Move> replaced = new ArrayList<>();
    private Instant pulse = Instant.EPOCH;

    /** When the decisions that follow were repeated last. */
    Instant pulse() {
        return pulse;
    }

    void restore(Instant at) {
        pulse = at;
    }

    /** Takes in the last decision of a workload as it is stored. */
    void restore(DecisionReader.Row row) {
        var last = new Last(row.position(), row.decided());
        last.isTold = row.isTold();
        last.follows = row.follows();
        lasts.put(row.decided().workload(), last);
    }

    /** Whether a decision only repeats the last one of its workload; that is noted. */
    boolean repeats(Decided decided) {
        Last last = lasts.get(decided.workload());
        if (last == null || !decided.record().repeats(last.record)) {
            return false;
        }
        last.until = decided.until();
        repeated.put(decided.workload(), last);
        return true;
    }

    /** Takes in a decision that tells something new. */
    void decided(long position, Decided decided) {
        Last earlier = lasts.get(decided.workload());
        if (earlier != null && earlier.isToBeTold()) {
            earlier.follows = false;
            replaced.add(earlier.move());
        }
        repeated.remove(decided.workload());
        lasts.put(decided.workload(), new Last(position, decided));
    }

    /** What is to be written of all that was taken in since this was asked last. */
    List<Move> moves() {
        List<Move> moves = new ArrayList<>(replaced);
        Instant newest = newest(repeated.values());
        List<Last> changed = changedByPulse(newest);
        if (changed.size() <= repeated.size()) {
            pulse = repeated.isEmpty() ? pulse : newest;
            changed.forEach(last -> last.follows = last.until.equals(pulse));
        } else {
            changed = List.copyOf(repeated.values());
            changed.forEach(last -> last.follows = false);
        }
        changed.forEach(last -> moves.add(last.move()));
        replaced.clear();
        repeated.clear();
        return moves;
    }

    /** Those that begin or end to follow if the pulse moves on. */
    private List<Last> changedByPulse(Instant newest) {
        List<Last> changed = new ArrayList<>();
        for (Map.Entry<WorkloadId, Last> entry : lasts.entrySet()) {
            Last last = entry.getValue();
            boolean isRepeated = repeated.containsKey(entry.getKey());
            boolean follows = isRepeated && last.until.equals(newest);
            if (follows != last.follows || (isRepeated && !follows)) {
                changed.add(last);
            }
        }
        return changed;
    }

    private static Instant newest(Collection<Last> lasts) {
        return lasts.stream().map(last -> last.until).max(Instant::compareTo).orElse(Instant.MIN);
    }
}
