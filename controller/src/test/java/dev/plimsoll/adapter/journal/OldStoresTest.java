// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.WORK;
import static dev.plimsoll.control.Entries.decided;
import static dev.plimsoll.control.Entries.instructed;
import static dev.plimsoll.control.Entries.observed;
import static dev.plimsoll.control.Entries.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plimsoll.control.EveryEntry;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.Retention;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stores that were written by earlier versions are opened by this one. A store of a new form is
 * made by {@link #main}; those that are there are never made anew.
 */
class OldStoresTest {
    private static final byte[] KNOWLEDGE = {3, 1, 4, 1, 5};

    @TempDir Path folder;

    static Stream<Arguments> stores() {
        return Stream.of(
                arguments("form-1", EveryEntry.ofForm1()), arguments("form-2", EveryEntry.list()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stores")
    void anOldStoreIsReadAndGoesOn(String form, List<JournalEntry> kept) throws IOException {
        List<JournalEntry> entries = followed(kept);
        try (StoredJournal journal = open(unpacked(form))) {
            assertThat(journal.read()).isEqualTo(entries);
            assertThat(journal.unfinished()).containsExactly(decided(WEB, 300, 4, 7));
            assertThat(journal.saved(WORK).orElseThrow().bytes()).isEqualTo(KNOWLEDGE);
            journal.append(decided(WORK, 330, 4, 4));
            journal.append(observed(WORK, 330));
            journal.append(instructed(WORK, 331));
            journal.commit();
            assertThat(journal.read())
                    .hasSize(entries.size() + 2)
                    .endsWith(instructed(WORK, 331))
                    .contains(until(decided(WORK, 300, 4, 4), 330));
        }
    }

    /** Writes the store of the present form as a file of this name. */
    public static void main(String[] args) throws IOException {
        Path store = Files.createTempDirectory("store").resolve("journal");
        try (StoredJournal journal = open(store)) {
            EveryEntry.list().forEach(journal::append);
            journal.append(decided(WEB, 300, 4, 7));
            journal.append(decided(WORK, 300, 4, 4));
            journal.save(WORK, KNOWLEDGE);
            journal.commit();
            journal.append(decided(WORK, 315, 4, 4));
            journal.commit();
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            Files.copy(Path.of(store + ".mv.db"), out);
        }
    }

    private static List<JournalEntry> followed(List<JournalEntry> kept) {
        List<JournalEntry> entries = new ArrayList<>(kept);
        entries.add(decided(WEB, 300, 4, 7));
        entries.add(until(decided(WORK, 300, 4, 4), 315));
        return entries;
    }

    private static StoredJournal open(Path file) {
        return StoredJournal.open(
                Store.h2(file),
                new Lease("kept", Duration.ZERO),
                Retention.ofReadings(Duration.ofDays(1)));
    }

    private Path unpacked(String name) throws IOException {
        Path file = folder.resolve("journal");
        try (InputStream packed =
                        OldStoresTest.class.getResourceAsStream("/stores/" + name + ".mv.db.gz");
                InputStream in = new GZIPInputStream(packed)) {
            Files.copy(in, Path.of(file + ".mv.db"));
        }
        return file;
    }
}
