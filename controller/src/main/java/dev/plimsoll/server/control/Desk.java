// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Selection;
import java.util.List;

/** Where a controller is asked, by threads that are not its own. Thread-safe. */
public interface Desk {
    /** How it stands: its workloads as after their last turn, all else as now. */
    ControllerState state();

    /** What it has done since it began. */
    ControllerFigures figures();

    /** Why its loop does not turn as it should, a sentence each; empty if it does. */
    List<String> stuck();

    /** Why it cannot decide and act now, a sentence each; empty if it can. */
    List<String> unready();

    /**
     * The entries of a selection, from the controller's journal.
     *
     * @throws dev.plimsoll.control.JournalException if it cannot be read now
     */
    List<Kept> read(Selection selection);

    /** Hands an order to the loop, and waits until it is in the journal and in force. */
    Answer give(Order order);
}
