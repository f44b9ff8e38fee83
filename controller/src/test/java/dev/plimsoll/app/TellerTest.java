// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.decided;
import static dev.plimsoll.control.Entries.instructed;
import static dev.plimsoll.control.Entries.observed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.adapter.journal.Lease;
import dev.plimsoll.adapter.journal.Store;
import dev.plimsoll.adapter.journal.StoredJournal;
import dev.plimsoll.adapter.webhook.FakeTime;
import dev.plimsoll.adapter.webhook.HookReceiver;
import dev.plimsoll.adapter.webhook.HookReceiver.Received;
import dev.plimsoll.adapter.webhook.Patience;
import dev.plimsoll.adapter.webhook.Receiver;
import dev.plimsoll.adapter.webhook.WebHooks;
import dev.plimsoll.control.Event;
import dev.plimsoll.control.Event.Kind;
import dev.plimsoll.control.EveryEntry;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEvents;
import dev.plimsoll.control.Retention;
import dev.plimsoll.control.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a process tells of a journal in which entries stand that an earlier one could not tell. */
@Timeout(60)
class TellerTest {
    private static final Duration CYCLE = Duration.ofSeconds(15);
    private static final Retention DAY = Retention.ofReadings(Duration.ofDays(1));
    private static final Patience PATIENCE =
            new Patience(
                    Duration.ofSeconds(20), Duration.ofHours(24), 1000, Duration.ofMillis(200));

    @TempDir private Path folder;
    private final HookReceiver chat = new HookReceiver();
    private final HookReceiver pager = new HookReceiver();
    private final Journal kept = new InMemoryJournal(DAY);
    private Path secret;

    @BeforeEach
    void write() throws IOException {
        secret = Files.writeString(folder.resolve("secret"), "a secret");
    }

    @AfterEach
    void close() {
        chat.close();
        pager.close();
    }

    /** What of a controller tells, from its start to its end; nothing of it is left. */
    private final class Life implements AutoCloseable {
        private final FakeTime time = new FakeTime();
        private final WebHooks hooks =
                new WebHooks(PATIENCE, time, time, new SplittableRandom(1), (_, _) -> {});
        private final Teller teller = new Teller(hooks);
        private Journal journal = kept;

        Life(HookReceiver... receivers) {
            tell(receivers);
        }

        void tell(HookReceiver... receivers) {
            List<Receiver> signed =
                    Stream.of(receivers).map(each -> each.signedWith(secret)).toList();
            hooks.tell("main", signed);
        }

        Life on(String place, Journal store) {
            var open = new OpenJournal(place, store, 1, () -> newest(store), () -> {});
            journal = teller.listening(open, CYCLE).journal();
            return this;
        }

        void commit(JournalEntry... entries) {
            List.of(entries).forEach(journal::append);
            journal.commit();
        }

        /** Returns once all has arrived, and the journal knows it. */
        void settle() {
            while (hooks.told().values().stream().anyMatch(told -> told < journal.end())) {
                Thread.onSpinWait();
            }
            journal.commit();
        }

        @Override
        public void close() {
            hooks.close();
        }
    }

    private Life life(HookReceiver... receivers) {
        return new Life(receivers).on("kept", kept);
    }

    @Test
    void whatWasToldToNobodyIsToldAfterTheRestart() throws Exception {
        chat.now(HookReceiver.saying(500));
        String first;
        try (StoredJournal store = store();
                Life life = new Life(chat).on("store", store)) {
            life.time.hold();
            life.commit(observed(WEB, 0), decided(WEB, 0, 4, 7));
            life.commit(instructed(WEB, 1));
            life.commit(observed(WEB, 15));
            first = chat.take().id();
        }
        chat.now(HookReceiver.FINE);
        try (StoredJournal store = store();
                Life life = new Life(chat).on("store", store)) {
            life.commit(instructed(WEB, 30));
            assertThat(chat.take(3))
                    .extracting(Received::id)
                    .startsWith(first)
                    .containsExactlyElementsOf(
                            ids(decided(WEB, 0, 4, 7), instructed(WEB, 1), instructed(WEB, 30)));
            life.settle();
        }
        assertThat(chat.isQuiet()).isTrue();
    }

    @Test
    void whoTookAllIsToldNothingTwice() throws Exception {
        try (Life life = life(chat)) {
            life.commit(decided(WEB, 0, 4, 7), instructed(WEB, 1));
            chat.take(2);
            life.settle();
        }
        try (Life life = life(chat)) {
            life.commit(instructed(WEB, 30));
            assertThat(chat.take().id()).isEqualTo(id(instructed(WEB, 30)));
        }
    }

    @Test
    void whatWasTakenAfterTheLastCommitComesAgainWithTheSameId() throws Exception {
        String id;
        try (Life life = life(chat)) {
            life.commit(decided(WEB, 0, 4, 7));
            id = chat.take().id();
        }
        try (Life _ = life(chat)) {
            assertThat(chat.take().id()).isEqualTo(id);
        }
    }

    @Test
    void eachReceiverGetsWhatItDidNotTake() throws Exception {
        pager.now(HookReceiver.saying(500));
        try (Life life = life(chat, pager)) {
            life.time.hold();
            life.commit(decided(WEB, 0, 4, 7));
            chat.take();
            pager.take();
            while (life.hooks.told().values().stream().noneMatch(told -> told == kept.end())) {
                Thread.onSpinWait();
            }
            life.commit(instructed(WEB, 1));
            chat.take();
        }
        pager.now(HookReceiver.FINE);
        try (Life _ = life(chat, pager)) {
            assertThat(pager.take(2))
                    .extracting(Received::id)
                    .containsExactlyElementsOf(ids(decided(WEB, 0, 4, 7), instructed(WEB, 1)));
            assertThat(chat.take().id())
                    .as("whether it was taken, no commit could say")
                    .isEqualTo(id(instructed(WEB, 1)));
        }
    }

    @Test
    void whoIsTakenOutIsForgottenAndWhoIsNewBeginsAtTheEnd() throws Exception {
        pager.now(HookReceiver.saying(500));
        try (Life life = life(chat, pager)) {
            life.time.hold();
            life.commit(decided(WEB, 0, 4, 7));
            life.commit();
            assertThat(kept.told()).hasSize(2);
            pager.take();
            life.tell(chat);
            life.commit();
            assertThat(kept.told()).containsOnlyKeys(chat.signedWith(secret).name());
            chat.take();
            life.settle();
        }
        pager.now(HookReceiver.FINE);
        try (Life life = life(chat, pager)) {
            life.commit(instructed(WEB, 30));
            assertThat(pager.take().id()).isEqualTo(id(instructed(WEB, 30)));
            assertThat(chat.take().id()).isEqualTo(id(instructed(WEB, 30)));
        }
    }

    @Test
    void noCommitSaysWhereAReceiverListens() {
        try (Life life = life(chat)) {
            life.commit();
            assertThat(kept.told().keySet())
                    .allSatisfy(name -> assertThat(name).doesNotContain("http", "hook"));
        }
    }

    @Test
    void whatWaitsForApprovalIsNotToldAgainAfterARestart() throws Exception {
        Decided waits = awaited();
        try (Life life = life(chat)) {
            life.commit(waits);
            assertThat(chat.take().id()).isEqualTo(id(waits));
            life.settle();
        }
        try (Life life = life(chat)) {
            life.commit(waits);
            life.commit(instructed(WEB, 90));
            assertThat(chat.take().id()).isEqualTo(id(instructed(WEB, 90)));
        }
    }

    @Test
    void ofAJournalThatIsOpenedAgainOnlyWhatWasNotHeardIsTold() throws Exception {
        try (Life life = life(chat)) {
            life.commit(decided(WEB, 0, 4, 7));
            chat.take();
            kept.append(instructed(WEB, 1)); // as a commit whose answer was lost
            kept.commit();
            life.on("kept", kept).commit(instructed(WEB, 2));
            assertThat(chat.take(2))
                    .extracting(Received::id)
                    .containsExactlyElementsOf(ids(instructed(WEB, 1), instructed(WEB, 2)));
        }
    }

    @Test
    void anotherJournalKnowsNothingOfWhatWaitsOfTheFirst() throws Exception {
        Journal other = new InMemoryJournal(DAY);
        chat.now(HookReceiver.saying(500));
        try (Life life = life(chat)) {
            life.time.hold();
            life.commit(observed(WEB, 0), observed(WEB, 0), decided(WEB, 0, 4, 7));
            chat.take();
            life.on("other", other).commit(instructed(WEB, 1));
            life.commit();
            assertThat(other.told()).containsExactly(entry(Selection.START));
        }
        chat.now(HookReceiver.FINE);
        try (Life _ = new Life(chat).on("other", other)) {
            assertThat(chat.take().id()).isEqualTo(id(instructed(WEB, 1)));
        }
    }

    @Test
    void whatBeganToWaitBeforeTheStoreWasOpenMakesNothingComeAgain() throws Exception {
        try (Life life = life(chat)) {
            life.commit(decided(WEB, 0, 4, 7));
            chat.take();
            life.settle();
        }
        long end = kept.end();
        chat.now(HookReceiver.saying(500));
        try (Life life = new Life(chat)) {
            life.hooks.notify(event(instructed(WEB, 7)));
            life.on("kept", kept).commit(observed(WEB, 30));
            life.commit();
            assertThat(kept.told()).containsExactly(entry(end));
        }
    }

    private Map.Entry<String, Long> entry(long told) {
        return Map.entry(chat.signedWith(secret).name(), told);
    }

    private static Instant newest(Journal journal) {
        return journal.read().stream()
                .map(JournalEntry::until)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private StoredJournal store() {
        return StoredJournal.open(
                Store.h2(folder.resolve("journal")), new Lease("main", Duration.ZERO), DAY);
    }

    private static Decided awaited() {
        return EveryEntry.list().stream()
                .filter(entry ->
                        new JournalEvents(_ -> "id")
                                .of(entry)
                                .filter(event -> event.kind() == Kind.APPROVAL_AWAITED)
                                .isPresent())
                .map(Decided.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JournalEntry... entries) {
        return Stream.of(entries).map(TellerTest::id).toList();
    }

    private static String id(JournalEntry entry) {
        return event(entry).id();
    }

    private static Event event(JournalEntry entry) {
        return new JournalEvents(Teller::id).of(entry).orElseThrow();
    }
}
