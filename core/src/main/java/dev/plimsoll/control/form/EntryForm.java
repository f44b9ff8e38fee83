// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control.form;

import dev.plimsoll.control.Clock;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * Journal entries as bytes: each reads back exactly as it was, but for a decision's {@code until},
 * which moves and is kept beside it. Every entry begins with the number of its form; a new form
 * gets a new number, and the old ones stay readable.
 */
public final class EntryForm {
    /**
     * The newest form, which is the one that is written. The first one did not know who may act,
     * nor what people say.
     */
    public static final int NUMBER = 2;

    private static final int OLDEST = 1;

    private EntryForm() {}

    /**
     * An entry as bytes.
     *
     * @throws IllegalArgumentException if a number of it is NaN
     */
    public static byte[] write(JournalEntry entry) {
        StateWriter out = new StateWriter().putInt(NUMBER);
        switch (entry) {
            case Observed observed -> put(observed, out.putInt(0));
            case Decided decided -> DecisionForm.put(decided.record(), out.putInt(1));
            case Acted acted -> put(acted, out.putInt(2));
            case Instructed instructed -> put(instructed, out.putInt(3));
        }
        return out.toBytes();
    }

    /**
     * The entry that {@link #write} gave; a decision is not repeated yet.
     *
     * @throws IllegalArgumentException if the bytes are of another form, or are damaged
     */
    public static JournalEntry read(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        int form = in.getInt();
        if (form < OLDEST || form > NUMBER) {
            throw new IllegalArgumentException(
                    "entry has form %d, wanted forms %d to %d".formatted(form, OLDEST, NUMBER));
        }
        JournalEntry entry = get(form, in);
        in.end();
        return entry;
    }

    private static JournalEntry get(int form, StateReader in) {
        int kind = in.getInt();
        return switch (kind) {
            case 0 ->
                    new Observed(
                            Pieces.getConstant(Clock.class, in),
                            in.getInstant(),
                            SnapshotForm.get(in));
            case 1 -> new Decided(DecisionForm.get(form, in));
            case 2 -> new Acted(in.getInstant(), ActionForm.getOutcome(in));
            case 3 ->
                    new Instructed(
                            in.getInstant(), Pieces.getWorkload(in), Instruction.restore(in));
            default -> throw Pieces.unknown("entry", kind);
        };
    }

    private static void put(Observed observed, StateWriter out) {
        Pieces.putConstant(observed.clock(), out);
        SnapshotForm.put(observed.snapshot(), out.putInstant(observed.at()));
    }

    private static void put(Acted acted, StateWriter out) {
        ActionForm.put(acted.outcome(), out.putInstant(acted.decided()));
    }

    private static void put(Instructed instructed, StateWriter out) {
        Pieces.putWorkload(instructed.workload(), out.putInstant(instructed.at()));
        Instruction.save(instructed.instruction(), out);
    }
}
