// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.WORK;

import dev.plimsoll.control.Entries;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.Retention;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A program that commits without end, to be killed: it says {@code opening}, and after each commit
 * that was acknowledged its number; if one fails, with what fault. In each, one workload acts and
 * the other rests.
 */
final class CommitLoop {
    static final Duration KEPT = Duration.ofDays(365);

    private CommitLoop() {}

    /**
     * Commits from a number on.
     *
     * @param args the number; {@code h2} and a file, or {@code postgres} and a URL
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        out.println("opening");
        try (StoredJournal journal = open(store(args[1], args[2]))) {
            for (int number = Integer.parseInt(args[0]); ; number++) {
                commit(journal, number);
                out.println(number);
            }
        } catch (JournalException e) {
            out.println(e.fault());
        }
    }

    static Store store(String system, String where) {
        return system.equals("h2")
                ? Store.h2(Path.of(where))
                : Store.postgres(where, "plimsoll", "");
    }

    static StoredJournal open(Store store) {
        return StoredJournal.open(
                store, new Lease("loop", Duration.ofMinutes(1)), Retention.ofReadings(KEPT));
    }

    /** The action of a commit has its outcome in the next one. */
    static void commit(Journal journal, int number) {
        long second = 15L * number;
        if (number > 0) {
            journal.append(Entries.acted(WEB, second - 15));
        }
        journal.append(Entries.observed(WEB, second));
        journal.append(Entries.decided(WEB, second, 4, 7));
        journal.append(Entries.observed(WORK, second));
        journal.append(Entries.decided(WORK, second, 4, 4));
        journal.save(WEB, new byte[] {(byte) number});
        journal.commit();
    }
}
