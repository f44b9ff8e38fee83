// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.control.Entries;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.Journal;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Selection;
import dev.plimsoll.guard.Authority;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.Histogram;
import dev.plimsoll.server.control.Answer.Refusal;
import dev.plimsoll.server.control.Bound.Figure;
import dev.plimsoll.server.control.ControllerState.Condition;
import dev.plimsoll.server.control.ControllerState.Identity;
import dev.plimsoll.server.control.ControllerState.Time;
import dev.plimsoll.server.control.ControllerState.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A desk of two workloads at second 600: shop/web was decided on at second 15 and waits for a
 * person, shop/work is paused and was not decided on.
 */
public final class FakeDesk implements Desk {
    public static final Decided LAST = Entries.decided(Entries.WEB, 15, 4, 7);
    private static final Instant WALL = Instant.parse("2026-03-01T10:00:00Z");

    private final Journal journal = new InMemoryJournal(Duration.ofDays(1));
    private final List<Order> orders = new ArrayList<>();
    private boolean storeIsGone;
    private boolean worldIsGone;

    /** With a journal of these entries. */
    public FakeDesk(JournalEntry... entries) {
        List.of(entries).forEach(journal::append);
        journal.commit();
    }

    /** Has one more entry in its journal. */
    public void keep(JournalEntry entry) {
        journal.append(entry);
        journal.commit();
    }

    void loseStore() {
        storeIsGone = true;
    }

    public void loseWorld() {
        worldIsGone = true;
    }

    public List<Order> orders() {
        return orders;
    }

    @Override
    public ControllerState state() {
        SortedMap<WorkloadId, WorkloadState> workloads = new TreeMap<>();
        workloads.put(Entries.WEB, web());
        workloads.put(Entries.WORK, work());
        return new ControllerState(
                new Identity("main", "0.1.0", WALL, "simulated unix:/f", "memory"),
                worldIsGone
                        ? Optional.empty()
                        : Optional.of(new Time(Entries.second(600), 60, Duration.ofSeconds(-90))),
                new Turns(4, 30, Duration.ofMillis(40), Duration.ofMillis(100)),
                worldIsGone
                        ? List.of(new Condition("PLATFORM_UNAVAILABLE", "", "it is gone", WALL))
                        : List.of(),
                workloads);
    }

    private static WorkloadState web() {
        return new WorkloadState(
                Entries.WEB,
                "predictive",
                Mode.ADVISE,
                Optional.of(LAST.record()),
                Optional.empty(),
                Optional.of(new Authority.Awaiting(4, 7, Entries.second(15))),
                Optional.of(card()),
                Optional.of(
                        new PromotionState(
                                false,
                                List.of(
                                        bound(Figure.OVER, 259_200, 60_480, false),
                                        bound(Figure.REPRODUCTION, 0.15, 0.031, true),
                                        bound(Figure.VIOLATIONS, 0.01, 0.0012, true),
                                        bound(Figure.REPLICA_HOURS, 1, 0.77345, true)),
                                Optional.of(Entries.second(283_886)))));
    }

    private static Bound bound(Figure figure, double required, double measured, boolean met) {
        return new Bound(figure, OptionalDouble.of(required), OptionalDouble.of(measured), met);
    }

    private static ScorecardState card() {
        return new ScorecardState(
                Entries.second(0),
                "over 0.7 days it would have had nothing violated",
                Optional.of(
                        new ScorecardState.Figures(
                                60_480,
                                run(0.0012, 311.2),
                                run(0.0094, 402.4),
                                OptionalDouble.of(0.031),
                                List.of())));
    }

    private static ScorecardState.Run run(double violations, double hours) {
        return new ScorecardState.Run(OptionalDouble.of(violations), OptionalDouble.of(hours));
    }

    private static WorkloadState work() {
        var pause = new Instruction.Pause("ann", "deploy");
        return new WorkloadState(
                Entries.WORK,
                "reactive",
                Mode.ACT,
                Optional.empty(),
                Optional.of(new Withholding.Paused(pause, Entries.second(9))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public ControllerFigures figures() {
        Histogram histogram = new Histogram(List.of(0.1, 1.0), List.of(3.0, 4.0), 4, 0.5);
        return new ControllerFigures(
                histogram,
                histogram,
                30,
                2,
                new TreeMap<>(Map.of("approved", 3L, "unchanged", 1L)),
                new TreeMap<>(Map.of("applied", 3L)),
                new TreeMap<>(Map.of("pause", 1L)));
    }

    @Override
    public List<String> stuck() {
        return List.of();
    }

    @Override
    public List<String> unready() {
        return worldIsGone ? List.of("it is gone", "nobody knows where") : List.of();
    }

    @Override
    public List<Kept> read(Selection selection) {
        if (storeIsGone) {
            throw new JournalException(JournalException.Fault.GONE, "memory", "a test");
        }
        return journal.read(selection);
    }

    @Override
    public Answer give(Order order) {
        orders.add(order);
        Instant now = Entries.second(600);
        return switch (order.verb()) {
            case APPROVE ->
                    new Answer.Heard(
                            now,
                            new Instruction.Approve(
                                    order.who(), order.why(), 4, 7, now.plus(order.length())));
            case PAUSE -> new Answer.Heard(now, new Instruction.Pause(order.who(), order.why()));
            case REJECT -> new Answer.Refused(Refusal.NOTHING_WAITS, "nothing waits");
            case REVERT -> new Answer.Refused(Refusal.UNKNOWN_WORKLOAD, "no policy scales it");
            case RESUME -> new Answer.Refused(Refusal.UNCERTAIN, "who knows");
        };
    }
}
