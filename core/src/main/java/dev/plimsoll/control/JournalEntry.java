// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;

/** One entry of the journal. */
public sealed interface JournalEntry {
    Instant at();

    WorkloadId workload();

    /** The last instant that it tells of. */
    default Instant until() {
        return at();
    }

    /** The readings stream: what was seen, and on which clock. */
    record Observed(Clock clock, Instant at, WorkloadSnapshot snapshot) implements JournalEntry {
        /** Seen in a planning cycle. */
        public Observed(Instant at, WorkloadSnapshot snapshot) {
            this(Clock.CYCLE, at, snapshot);
        }

        /** The same in a pool that others have taken from. */
        Observed within(Pool pool) {
            return new Observed(clock, at, snapshot.within(pool));
        }

        @Override
        public WorkloadId workload() {
            return snapshot.workload();
        }
    }

    /**
     * The decisions stream: what was decided, {@code until} the last cycle that only repeated it.
     */
    record Decided(DecisionRecord record, Instant until) implements JournalEntry {
        /** Authority does not outlive its turn: an entry never holds what a platform accepts. */
        public Decided {
            record = record.remembered();
        }

        /** Just decided, and not repeated yet. */
        public Decided(DecisionRecord record) {
            this(record, record.at());
        }

        @Override
        public Instant at() {
            return record.at();
        }

        @Override
        public WorkloadId workload() {
            return record.outlook().workload().id();
        }
    }

    /**
     * The actions stream: what came of an approved action.
     *
     * @param decided when the action was decided, which together with the workload names it
     */
    record Acted(Instant decided, Outcome outcome) implements JournalEntry {
        @Override
        public Instant at() {
            return outcome.at();
        }

        @Override
        public WorkloadId workload() {
            return outcome.action().workload();
        }
    }

    /**
     * The actions stream: what a person said. It holds once it is committed and folded in, and is
     * replayed where it stands.
     */
    record Instructed(Instant at, WorkloadId workload, Instruction instruction)
            implements JournalEntry {}
}
