// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Selection ALL = Selection.ALL;

    @Test
    void namesWhatCannotBeSelected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.first(0))
                .withMessageContaining("at most 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.after(-1))
                .withMessageContaining("after -1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Selection(Set.of(), Optional.empty(), ALL.from(), ALL.to(), 0, 1))
                .withMessageContaining("name a stream");
    }

    @Test
    void everyEntryBelongsToOneStream() {
        assertThat(JournalStream.of(Entries.observed(Entries.WEB, 0)))
                .isEqualTo(JournalStream.READINGS);
        assertThat(JournalStream.of(Entries.decided(Entries.WEB, 0, 4, 4)))
                .isEqualTo(JournalStream.DECISIONS);
        assertThat(JournalStream.of(Entries.acted(Entries.WEB, 0)))
                .isEqualTo(JournalStream.ACTIONS);
    }

    @Test
    void retentionIsPositiveAndDecisionsOutliveReadings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retention.ofReadings(Duration.ZERO))
                .withMessageContaining("readings PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(Duration.ofHours(2), Duration.ofHours(1)))
                .withMessageContaining("decisions PT1H");
    }
}
