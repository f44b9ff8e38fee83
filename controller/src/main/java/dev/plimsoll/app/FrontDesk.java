// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Selection;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.control.Answer;
import dev.plimsoll.server.control.Answer.Refusal;
import dev.plimsoll.server.control.ControllerFigures;
import dev.plimsoll.server.control.ControllerState;
import dev.plimsoll.server.control.ControllerState.Condition;
import dev.plimsoll.server.control.ControllerState.Identity;
import dev.plimsoll.server.control.ControllerState.Time;
import dev.plimsoll.server.control.Desk;
import dev.plimsoll.server.control.Order;
import dev.plimsoll.server.control.WorkloadState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where people and programs meet a controller. The loop leaves here what it has done, and takes
 * from here what it is to do; everybody else sees values that no longer change. Thread-safe.
 */
final class FrontDesk implements Desk {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEAST_LIMIT = Duration.ofSeconds(10);

    /** How many cycles may pass without a turn. */
    private static final int CYCLES = 3;

    /** A session at work, and how long its loop may take until it turns again. */
    private record Open(Session session, Duration limit) {}

    private final Conditions conditions;
    private final Tally tally;
    private final Inbox inbox = new Inbox(PATIENCE);
    private volatile Identity identity;
    private volatile Optional<Open> open = Optional.empty();
    private volatile SortedMap<WorkloadId, WorkloadState> workloads;
    private volatile Optional<Long> turned = Optional.empty();

    /**
     * A desk of a controller that has no session yet.
     *
     * @param workloads which it is to scale
     */
    FrontDesk(
            Identity identity,
            SortedMap<WorkloadId, WorkloadState> workloads,
            Conditions conditions,
            Tally tally) {
        this.identity = identity;
        this.workloads = workloads;
        this.conditions = conditions;
        this.tally = tally;
    }

    Tally tally() {
        return tally;
    }

    Inbox inbox() {
        return inbox;
    }

    /** From now on a session is at work; what was decided before it stays on the table. */
    void opened(Session session, Identity now, Duration cycle) {
        SortedMap<WorkloadId, WorkloadState> next = new TreeMap<>();
        for (WorkloadId id : session.workloads()) {
            Optional<DecisionRecord> last =
                    Optional.ofNullable(workloads.get(id)).flatMap(WorkloadState::decision);
            next.put(id, session.state(id, last));
        }
        workloads = next;
        identity = now;
        Duration limit = cycle.multipliedBy(CYCLES).dividedBy(session.world().clock().speed());
        open =
                Optional.of(
                        new Open(session, limit.compareTo(LEAST_LIMIT) < 0 ? LEAST_LIMIT : limit));
    }

    /** The session has ended, or is about to. */
    void closed() {
        open = Optional.empty();
        turned = Optional.empty();
        inbox.empty(_ -> notRunning());
    }

    /** The loop has turned, whatever came of it. */
    void turned() {
        turned = Optional.of(System.nanoTime());
    }

    /** Shows what was decided. */
    void show(Session session, List<DecisionRecord> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        SortedMap<WorkloadId, WorkloadState> next = new TreeMap<>(workloads);
        for (DecisionRecord decision : decisions) {
            DecisionRecord remembered = new Decided(decision).record();
            WorkloadId id = remembered.outlook().workload().id();
            next.put(id, session.state(id, Optional.of(remembered)));
        }
        workloads = next;
    }

    /** Has an order carried out by the loop's thread, and shows what it changed. */
    Answer take(Session session, Order order) {
        Answer answer = session.give(order);
        SortedMap<WorkloadId, WorkloadState> next = new TreeMap<>(workloads);
        next.computeIfPresent(
                order.workload(), (id, before) -> session.state(id, before.decision()));
        workloads = next;
        return answer;
    }

    @Override
    public ControllerState state() {
        return new ControllerState(
                identity,
                open.map(FrontDesk::time),
                tally.turns(),
                conditions.present().stream().map(FrontDesk::condition).toList(),
                workloads);
    }

    private static Time time(Open open) {
        var clock = open.session().world().clock();
        return new Time(clock.instant(), clock.speed(), clock.shift());
    }

    private static Condition condition(Conditions.Condition present) {
        return new Condition(
                present.kind().name(), present.subject(), present.sentence(), present.since());
    }

    @Override
    public ControllerFigures figures() {
        return tally.figures();
    }

    @Override
    public List<String> stuck() {
        Optional<Long> last = turned;
        Duration limit = open.map(Open::limit).orElse(LEAST_LIMIT);
        return last
                .map(nanos -> Duration.ofNanos(System.nanoTime() - nanos))
                .filter(passed -> passed.compareTo(limit) > 0)
                .map(passed -> "the loop has not turned for %d s".formatted(passed.toSeconds()))
                .stream()
                .toList();
    }

    @Override
    public List<String> unready() {
        List<String> reasons = new ArrayList<>(stuck());
        conditions.present().stream()
                .filter(present ->
                        present.kind() == Kind.PLATFORM_UNAVAILABLE
                                || present.kind() == Kind.STORE_UNAVAILABLE)
                .forEach(present -> reasons.add(present.kind() + ": " + present.sentence()));
        if (reasons.isEmpty() && (open.isEmpty() || turned.isEmpty())) {
            reasons.add("what was known is not restored yet");
        }
        return reasons;
    }

    @Override
    public List<Kept> read(Selection selection) {
        return open.orElseThrow(() ->
                        new JournalException(
                                JournalException.Fault.GONE,
                                identity.store(),
                                "it is not open now: " + String.join("; ", unready())))
                .session()
                .journal()
                .read(selection);
    }

    @Override
    public Answer give(Order order) {
        return open.isPresent() ? inbox.ask(order) : notRunning();
    }

    private Answer notRunning() {
        return new Answer.Refused(
                Refusal.NOT_RUNNING,
                "the controller cannot take it in: "
                        + String.join("; ", unready().isEmpty() ? List.of("it ends") : unready()));
    }
}
