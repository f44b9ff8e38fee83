// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What H2 acknowledged survives SIGKILL at any moment. With 200 kills the store is older than the
 * time after which H2 would use its space again.
 */
class H2KillTest {
    private static final int COMMITS = 90;

    /** Of each snapshot: together they are more than is let lie. */
    private static final int SNAPSHOT_BYTES = 1 << 20;

    @TempDir Path folder;

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        new Kills("h2", 11).whileCommitting(folder.resolve("journal").toString());
    }

    @Test
    void aKillWhileTheStoreIsMadeLeavesOneThatOpens() throws Exception {
        Kills kills = new Kills("h2", 12);
        for (int kill = 0; kill < Kills.count(); kill++) {
            kills.whileOpening(folder.resolve("journal" + kill).toString());
        }
    }

    @Test
    void aKillWhileAFileThatHasGrownIsCopiedLosesNothing() throws Exception {
        Path grown = folder.resolve("grown");
        grow(grown);
        Kills kills = new Kills("h2", 13);
        for (int kill = 0; kill < Kills.count(); kill++) {
            Path copy = folder.resolve("copy" + kill);
            Files.copy(file(grown), file(copy));
            kills.whileGoingOn(copy.toString(), COMMITS);
            assertThat(Files.size(file(copy))).isLessThan(SNAPSHOT_BYTES * COMMITS / 2);
        }
    }

    @Test
    void aKillWhileAStoreOfTheFirstSchemaIsMigratedLosesNothing() throws Exception {
        int commits = 10_000;
        Path first = folder.resolve("first");
        FirstSchema.fill(CommitLoop.store("h2", first.toString()), commits);
        Kills kills = new Kills("h2", 14);
        for (int kill = 0; kill < Kills.count(); kill++) {
            Path copy = folder.resolve("migrated" + kill);
            Files.copy(file(first), file(copy));
            kills.whileGoingOn(copy.toString(), commits);
        }
    }

    private static void grow(Path store) {
        Random random = new Random(1);
        byte[] snapshot = new byte[SNAPSHOT_BYTES];
        try (StoredJournal journal = CommitLoop.open(CommitLoop.store("h2", store.toString()))) {
            for (int commit = 0; commit < COMMITS; commit++) {
                random.nextBytes(snapshot);
                journal.save(WORK, snapshot);
                CommitLoop.commit(journal, commit);
            }
        }
    }

    private static Path file(Path store) {
        return store.resolveSibling(store.getFileName() + ".mv.db");
    }
}
