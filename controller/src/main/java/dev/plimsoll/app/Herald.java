// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.adapter.webhook.Patience;
import dev.plimsoll.adapter.webhook.Receiver;
import dev.plimsoll.adapter.webhook.Waiting;
import dev.plimsoll.adapter.webhook.WebHooks;
import dev.plimsoll.app.Conditions.Condition;
import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.config.policy.WebHook;
import dev.plimsoll.control.Event;
import dev.plimsoll.control.EventDetail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Lets others know what a controller does and what is wrong with it. That a web hook fails is told
 * to none: two that fail would keep each other busy. Thread-safe, but for the journal, to which one
 * thread writes.
 */
final class Herald implements Conditions.Listener, AutoCloseable {
    private final InstantSource wall = InstantSource.system();
    private final Conditions conditions;
    private final SequencedMap<Receiver, String> troubles = new LinkedHashMap<>();
    private final WebHooks hooks;
    private final Teller teller;
    private boolean ended;

    private Herald(Conditions conditions) {
        this.conditions = conditions;
        this.hooks =
                new WebHooks(
                        Patience.USUAL, wall, Waiting.REAL, new SplittableRandom(), this::stands);
        this.teller = new Teller(hooks);
    }

    /** One who listens to these conditions. */
    static Herald of(Conditions conditions) {
        Herald herald = new Herald(conditions);
        conditions.listen(herald);
        return herald;
    }

    void begins(Configuration configuration) {
        ControllerSettings settings = configuration.controller().orElseThrow();
        tell(settings);
        tell(
                Event.Kind.CONTROLLER_BEGAN,
                "controller %s begins with %d policies on %s"
                        .formatted(
                                settings.name(),
                                configuration.policies().size(),
                                settings.platform()));
    }

    /**
     * It ends.
     *
     * @param how a clause
     */
    void ends(String how) {
        ended = true;
        tell(Event.Kind.CONTROLLER_ENDED, "the controller ends " + how);
    }

    /** From now on those are told whom these settings name. */
    void tell(ControllerSettings settings) {
        hooks.tell(settings.name(), settings.webHooks().stream().map(Herald::receiver).toList());
    }

    /**
     * The same journal, of whose entries others are told.
     *
     * @param cycle within which each workload is decided on
     */
    OpenJournal listening(OpenJournal journal, Duration cycle) {
        return teller.listening(journal, cycle);
    }

    @Override
    public void raised(Condition condition) {
        tell(Event.Kind.CONDITION_RAISED, condition, condition.since(), condition.sentence());
    }

    @Override
    public void over(Condition condition, Instant at) {
        tell(Event.Kind.CONDITION_OVER, condition, at, condition.over(at));
    }

    private void tell(Event.Kind kind, Condition condition, Instant at, String sentence) {
        if (condition.kind() != Kind.WEB_HOOK_FAILING) {
            tell(
                    at,
                    kind,
                    sentence,
                    new EventDetail.Trouble(
                            condition.kind().name(), condition.subject(), condition.since()));
        }
    }

    private void tell(Event.Kind kind, String sentence) {
        Instant now = wall.instant().truncatedTo(ChronoUnit.MILLIS);
        tell(now, kind, sentence, EventDetail.NONE);
    }

    private void tell(Instant at, Event.Kind kind, String sentence, EventDetail detail) {
        hooks.notify(new Event(id(), at, kind, Optional.empty(), sentence, detail));
    }

    /** Of receivers that are shown alike, one that fails speaks for them all. */
    private synchronized void stands(Receiver receiver, Optional<String> trouble) {
        troubles.remove(receiver);
        trouble.ifPresent(sentence -> troubles.put(receiver, sentence));
        String shown = receiver.shown();
        troubles.entrySet().stream()
                .filter(each -> each.getKey().shown().equals(shown))
                .findFirst()
                .ifPresentOrElse(
                        each -> conditions.raise(Kind.WEB_HOOK_FAILING, shown, each.getValue()),
                        () -> conditions.clear(Kind.WEB_HOOK_FAILING, shown));
    }

    private static Receiver receiver(WebHook hook) {
        return new Receiver(hook.url(), hook.secretFile());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** Lets what waits be delivered, for a moment. */
    @Override
    public void close() {
        if (!ended) {
            ends("without having been asked to");
        }
        hooks.close();
    }
}
