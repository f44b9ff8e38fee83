// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.adapter.journal.Store;
import dev.plimsoll.adapter.journal.StoredJournal;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Replay;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final Duration LIFE = Duration.ofMinutes(4);

    @TempDir private Path folder;

    @Test
    void whoeverComesAfterAnEndFindsOutWhatCameOfTheLastAction() {
        Run run = new Run(store(), estate(), LIFE, 3);
        run.play(Duration.ofMinutes(40));
        assertThat(run.ends()).isGreaterThan(4);
        assertThat(entries())
                .filteredOn(RunTest::isFoundOut)
                .as("an action of which its controller never heard")
                .isNotEmpty();
        try (StoredJournal journal = Life.open(store())) {
            assertThat(journal.unfinished()).hasSizeLessThan(2);
        }
    }

    @Test
    void aPolicyThatDidNotDecideItDecidesOtherwise() {
        new Run(store(), estate(), LIFE, 3).play(Duration.ofMinutes(40));
        Estate other = new Estate(estate().copies(), PolicySpec.parseList("threshold,static"));
        assertThat(Replay.of(entries(), other.fresh()).differences()).isNotEmpty();
        assertThat(Replay.of(entries(), estate().fresh()).differences()).isEmpty();
    }

    private static Estate estate() {
        return ReplayCommand.estate("flash-crowd");
    }

    private Store store() {
        return Store.h2(folder.resolve("store"));
    }

    private List<JournalEntry> entries() {
        try (StoredJournal journal = Life.open(store())) {
            return journal.read();
        }
    }

    /** In the loop an action is done in the instant in which it was decided. */
    private static boolean isFoundOut(JournalEntry entry) {
        return entry instanceof Acted acted
                && acted.outcome() instanceof Outcome.Applied applied
                && applied.at().isAfter(acted.decided());
    }
}
