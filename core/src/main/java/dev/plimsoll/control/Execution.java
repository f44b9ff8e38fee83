// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.List;

/**
 * Carries out what was approved and is durable, and tells later what came of it: at most one action
 * of a workload at a time. Used by one thread.
 */
public interface Execution {
    /** Carries out whatever is begun before it returns. */
    static Execution atOnce(Platform platform) {
        return new ImmediateExecution(platform);
    }

    /**
     * Begins an action.
     *
     * @param decided when it was decided, which together with the workload names it
     */
    void begin(Instant decided, ApprovedAction action);

    /** What came of the actions that have ended since this was asked last. */
    List<Acted> ended();

    /** Whether an action of this workload was begun and has not been told to have ended. */
    boolean isUnderWay(WorkloadId workload);
}
