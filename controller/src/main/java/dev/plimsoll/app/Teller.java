// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.adapter.webhook.WebHooks;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEvents;
import dev.plimsoll.control.JournalStream;
import dev.plimsoll.control.Pages;
import dev.plimsoll.control.Selection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Tells of a journal's entries once they are committed. How far each receiver is stands in the
 * journal, so that what an earlier process could not tell is made again from its entries, and told
 * first. Used by one thread.
 */
final class Teller implements HeardJournal.Listener {
    private static final Selection TOLD =
            Selection.ALL.of(JournalStream.DECISIONS, JournalStream.ACTIONS);

    private final WebHooks hooks;
    private JournalEvents events = new JournalEvents(Teller::id);
    private String place = "";

    Teller(WebHooks hooks) {
        this.hooks = hooks;
    }

    /**
     * The same journal, of whose entries others are told. Of one that is opened again, this process
     * knows best what it told.
     *
     * @param cycle within which each workload is decided on
     */
    OpenJournal listening(OpenJournal open, Duration cycle) {
        Journal journal = open.journal();
        if (!place.equals(open.place())) {
            events = new JournalEvents(Teller::id);
            hooks.follow(journal.told(), journal.end());
            recall(journal, open.newest().get().minus(cycle.multipliedBy(2)));
            place = open.place();
        }
        catchUp(journal);
        return open.with(new HeardJournal(journal, this));
    }

    /** What waits for approval, and was told, is not told anew. */
    private void recall(Journal journal, Instant from) {
        OptionalLong reached = hooks.reached();
        if (reached.isPresent()) {
            Selection last = Selection.ALL.of(JournalStream.DECISIONS).between(from, Instant.MAX);
            Pages.read(
                    journal::read,
                    last,
                    kept -> {
                        if (kept.position() <= reached.getAsLong()) {
                            events.of(kept.entry());
                        }
                    });
        }
    }

    private void catchUp(Journal journal) {
        OptionalLong reached = hooks.reached();
        if (reached.isPresent()) {
            Pages.read(
                    journal::read,
                    TOLD.after(reached.getAsLong()),
                    kept ->
                            events.of(kept.entry())
                                    .ifPresent(event -> hooks.notify(event, kept.position())));
        }
        hooks.reach(journal.end());
    }

    @Override
    public void committing(Journal journal) {
        journal.saveTold(hooks.told());
    }

    @Override
    public void committed(List<JournalEntry> entries, long end) {
        entries.forEach(entry -> events.of(entry).ifPresent(hooks::notify));
        hooks.reach(end);
    }

    /** What tells the same is the same event, whoever tells it. */
    static String id(String told) {
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
