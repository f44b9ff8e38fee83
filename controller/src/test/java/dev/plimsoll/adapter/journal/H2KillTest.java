// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 acknowledged survives SIGKILL at any moment. */
class H2KillTest {
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
}
