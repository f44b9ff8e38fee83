// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

/** The three streams of a journal. */
public enum JournalStream {
    /** What was seen. */
    READINGS,
    /** What was decided. */
    DECISIONS,
    /** What came of what was approved, and what people said. */
    ACTIONS;

    public static JournalStream of(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Observed _ -> READINGS;
            case JournalEntry.Decided _ -> DECISIONS;
            case JournalEntry.Acted _, JournalEntry.Instructed _ -> ACTIONS;
        };
    }
}
