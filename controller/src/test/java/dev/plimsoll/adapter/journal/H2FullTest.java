// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalException.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room, as a process sees it that may write files of two megabytes only. */
class H2FullTest {
    private static final int MOST_KIB = 2048;

    @TempDir Path folder;

    @Test
    void whatWasAcknowledgedBeforeTheDiskWasFullIsThereAndNothingTwice() throws Exception {
        String file = folder.resolve("journal").toString();
        int acknowledged;
        try (KilledWriter writer = KilledWriter.startWithin(MOST_KIB, "h2", file)) {
            writer.await(20);
            assertThat(writer.fault()).isEqualTo(Fault.FULL);
            acknowledged = writer.acknowledged();
        }
        Kills.assertGoesOn("h2", file, acknowledged);
    }
}
