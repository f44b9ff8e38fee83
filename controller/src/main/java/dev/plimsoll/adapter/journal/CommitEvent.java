// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A commit of a stored journal, for Java's flight recorder: how long it took, and how many bytes it
 * gave to the store, before the store's own overhead. Costs nothing while nobody records.
 */
@Name("plimsoll.Commit")
@Label("Commit")
@Category("Plimsoll")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads them
final class CommitEvent extends Event {
    @Label("Observations")
    @DataAmount
    private long readings;

    @Label("Decisions")
    @DataAmount
    private long decisions;

    @Label("Decisions that tell something new")
    private int full;

    @Label("Outcomes and instructions")
    @DataAmount
    private long actions;

    @Label("Knowledge that was saved")
    @DataAmount
    private long knowledge;

    private CommitEvent() {}

    static CommitEvent begun() {
        CommitEvent commit = new CommitEvent();
        commit.begin();
        return commit;
    }

    /** This was written. */
    void ended(Batch batch) {
        end();
        if (shouldCommit()) {
            readings = batch.readings().stream().mapToLong(it -> it.packed().length()).sum();
            decisions = batch.decisions().stream().mapToLong(it -> it.payload().length()).sum();
            full = batch.decisions().size();
            actions =
                    batch.outcomes().stream().mapToLong(it -> it.payload().length()).sum()
                            + batch.instructions().stream()
                                    .mapToLong(it -> it.payload().length())
                                    .sum();
            knowledge =
                    batch.knowledge().stream().mapToLong(it -> it.snapshot().bytes().length).sum();
            commit();
        }
    }
}
