// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.Entries;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalStream;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Selection;
import dev.plimsoll.model.WorkloadId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Kills writers at random moments and judges what they left behind. How often is {@code
 * -Dplimsoll.kills=200}; few by default.
 */
final class Kills {
    private static final int COUNT = Integer.getInteger("plimsoll.kills", 3);

    private final String system;
    private final SplittableRandom random;

    Kills(String system, long seed) {
        this.system = system;
        this.random = new SplittableRandom(seed);
    }

    static int count() {
        return COUNT;
    }

    /** The same store over and over: each writer goes on where the one before it was killed. */
    void whileCommitting(String where) throws IOException, InterruptedException {
        int found = 0;
        for (int kill = 0; kill < COUNT; kill++) {
            try (KilledWriter writer = KilledWriter.start(system, where, found)) {
                writer.await(random.nextInt(1, 40));
                int acknowledged = writer.killAfter(upTo(Duration.ofMillis(30)));
                found = assertKept(system, where, acknowledged);
            }
        }
    }

    /** Whatever ended its writer: what was acknowledged is there, and more can be written. */
    static void assertGoesOn(String system, String where, int acknowledged) {
        int found = assertKept(system, where, acknowledged);
        try (StoredJournal journal = CommitLoop.open(CommitLoop.store(system, where))) {
            CommitLoop.commit(journal, found);
            assertWhole(journal, found + 1);
        }
    }

    private static int assertKept(String system, String where, int acknowledged) {
        try (StoredJournal journal = CommitLoop.open(CommitLoop.store(system, where))) {
            int found = commits(journal);
            assertThat(found).isBetween(acknowledged, acknowledged + 1);
            assertWhole(journal, found);
            return found;
        }
    }

    /** A store that was killed while it was made opens, and takes commits. */
    void whileOpening(String where) throws IOException, InterruptedException {
        try (KilledWriter writer = KilledWriter.start(system, where, 0)) {
            writer.killAfter(upTo(Duration.ofMillis(1500)));
        }
        try (StoredJournal journal = CommitLoop.open(CommitLoop.store(system, where))) {
            int found = commits(journal);
            CommitLoop.commit(journal, found);
            assertWhole(journal, found + 1);
        }
    }

    /** A store with so many commits, which was killed while it was opened or written to. */
    void whileGoingOn(String where, int commits) throws IOException, InterruptedException {
        try (KilledWriter writer = KilledWriter.start(system, where, commits)) {
            assertKept(system, where, writer.killAfter(upTo(Duration.ofMillis(2500))));
        }
    }

    private Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos()));
    }

    private static int commits(StoredJournal journal) {
        return instants(journal, WEB, JournalStream.DECISIONS).size();
    }

    /** It tells of so many commits of a {@link CommitLoop}. */
    static void assertWhole(StoredJournal journal, int commits) {
        List<Instant> all = IntStream.range(0, commits).mapToObj(Kills::second).toList();
        assertThat(instants(journal, WEB, JournalStream.DECISIONS)).isEqualTo(all);
        assertThat(instants(journal, WEB, JournalStream.READINGS)).isEqualTo(all);
        assertThat(instants(journal, WORK, JournalStream.READINGS)).isEqualTo(all);
        assertThat(instants(journal, WEB, JournalStream.ACTIONS)).hasSize(commits - 1);
        assertThat(journal.unfinished()).extracting(Decided::at).containsExactly(all.getLast());
        assertThat(journal.read(Selection.ALL.of(JournalStream.DECISIONS).of(WORK)))
                .extracting(kept -> kept.entry().until())
                .containsExactly(all.getLast());
        assertThat(journal.saved(WEB).orElseThrow().bytes())
                .isEqualTo(new byte[] {(byte) (commits - 1)});
    }

    private static List<Instant> instants(
            StoredJournal journal, WorkloadId workload, JournalStream stream) {
        return journal.read(Selection.ALL.of(stream).of(workload)).stream()
                .map(Kept::entry)
                .map(entry -> entry.at())
                .toList();
    }

    private static Instant second(int commit) {
        return Entries.second(15L * commit);
    }
}
