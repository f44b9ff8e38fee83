// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalException.Fault;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be brought about in a test, or not with every system. */
class FaultsTest {
    @ParameterizedTest
    @CsvSource({
        "08006, GONE",
        "57P01, GONE",
        "90098, GONE",
        "53100, FULL",
        "90020, BUSY",
        "55P03, BUSY",
        "57014, BUSY",
        "53300, BUSY",
        "28P01, FORBIDDEN",
        "42501, FORBIDDEN",
        "3D000, FORBIDDEN",
        "25006, READ_ONLY",
        "90097, READ_ONLY",
        "90030, DAMAGED",
        "XX001, DAMAGED",
        "90048, NEWER_FORM",
    })
    void everyStateIsAFault(String state, Fault fault) {
        var thrown = new IllegalStateException("wrapped", new SQLException("said", state));
        assertThat(Faults.of("store", thrown).fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "could not extend file: File too large",
                "Disk quota exceeded"
            })
    void aFullDiskIsToldByTheWordsOfTheSystem(String words) {
        var thrown = new SQLException("IO Exception", "90028", new IOException(words));
        assertThat(Faults.of("store", thrown).fault()).isEqualTo(Fault.FULL);
    }

    @Test
    void aDriverThatSaysNoStateMeansThatTheStoreIsGone() {
        assertThat(Faults.of("store", new SQLException()).fault()).isEqualTo(Fault.GONE);
    }

    @Test
    void aSchemaThatIsNotOursIsForeign() {
        assertThat(Faults.of("store", new FlywayException("non-empty schema")).fault())
                .isEqualTo(Fault.FOREIGN);
    }

    @Test
    void aFileThatTheSystemDoesNotLetBeMadeCannotBeWritten() {
        assertThat(Faults.of("store", new NoSuchFileException("/proc/store")))
                .hasMessage(
                        "journal store: it cannot be written: mend its permissions, or name another"
                                + " place (/proc/store)");
    }

    @Test
    void whatSaysNothingIsNotRepeated() {
        var silent = new IllegalStateException(new IOException((String) null));
        assertThat(Faults.of("store", new SQLException("read failed", silent)))
                .hasMessageEndingWith("(java.io.IOException)");
        assertThat(Faults.of("store", new SQLException()))
                .hasMessage("journal store: it cannot be reached: start it, or mend the way to it");
    }

    @Test
    void saysStoreSentenceAndCause() {
        var refused = new SQLException("refused\nand more", "08001");
        var fault =
                Faults.of("/var/lib/journal", new IllegalStateException("a statement", refused));
        assertThat(fault)
                .hasMessage(
                        "journal /var/lib/journal: it cannot be reached: start it, or mend the way"
                                + " to it (refused)")
                .hasRootCause(refused);
    }
}
