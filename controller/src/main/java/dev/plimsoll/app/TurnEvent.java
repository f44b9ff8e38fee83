// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A turn of the loop, for Java's flight recorder: from the question what there is to be read until
 * the last action has begun. Costs nothing while nobody records.
 */
@Name("plimsoll.Turn")
@Label("Turn")
@Category("Plimsoll")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads them
final class TurnEvent extends Event {
    @Label("Planning cycle, not a look between two")
    private boolean cycle;

    @Label("Decisions")
    private int decisions;

    private TurnEvent() {}

    static TurnEvent begun() {
        TurnEvent turn = new TurnEvent();
        turn.begin();
        return turn;
    }

    /** It was a turn of this kind, and came to so many decisions. */
    void ended(boolean planning, int decided) {
        cycle = planning;
        decisions = decided;
        commit();
    }
}
