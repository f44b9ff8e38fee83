// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.TelemetrySource;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The loop of one capacity pool: see, learn, decide, write down, act. Each stage hands a value to
 * the next; nothing is acted on before the journal has it.
 *
 * <p>While the platform cannot be asked, a {@link PlatformException} ends the turn before anything
 * was looked at. While the journal cannot be written, a {@link JournalException} does: what was
 * decided is not acted on, then or later, and nothing is looked at until the journal has caught up.
 * Not thread-safe.
 */
public final class Cycle {
    private final TelemetrySource telemetry;
    private final Platform platform;
    private final Journal journal;
    private final Knowledge knowledge;
    private final Guard guard;
    private final Workforce workforce;
    private final UnlearnedStarts starts = new UnlearnedStarts();
    private boolean behind;

    /** A loop that does everything itself, in virtual time. */
    public Cycle(
            TelemetrySource telemetry,
            Platform platform,
            Journal journal,
            Knowledge knowledge,
            Guard guard) {
        this(telemetry, platform, journal, knowledge, guard, Workforce.alone(platform));
    }

    public Cycle(
            TelemetrySource telemetry,
            Platform platform,
            Journal journal,
            Knowledge knowledge,
            Guard guard,
            Workforce workforce) {
        this.telemetry = telemetry;
        this.platform = platform;
        this.journal = journal;
        this.knowledge = knowledge;
        this.guard = guard;
        this.workforce = workforce;
    }

    /** One turn for every workload that the knowledge covers, in the order of their ids. */
    public List<DecisionRecord> run(Instant now) {
        catchUp();
        List<DecisionRecord> decisions = decide(Clock.CYCLE, now);
        commit(decisions);
        act(decisions);
        return decisions;
    }

    /**
     * A look between two turns, which may only add: up to what fresh demand needs, and from the
     * burst budget that the last turn left. Only what it adds is written down, and that a wait for
     * more has ended.
     */
    public List<DecisionRecord> tick(Instant now) {
        catchUp();
        List<DecisionRecord> decisions = decide(Clock.TICK, now);
        if (!decisions.isEmpty()) {
            commit(decisions);
            act(decisions);
        }
        return decisions;
    }

    /** Takes in what came of actions, at the end; the next commit makes it durable. */
    public void settle() {
        takeIn(workforce.execution().ended());
    }

    /** Takes in what came of actions, and writes what an earlier turn could not. */
    private void catchUp() {
        takeIn(workforce.execution().ended());
        if (behind) {
            journal.commit();
            behind = false;
        }
    }

    /**
     * Each workload by itself, and then one after the other: what one is given is not there for the
     * next.
     */
    private List<DecisionRecord> decide(Clock clock, Instant now) {
        List<Inventory> lookedAt = lookedAt(clock, now);
        Pool whole = platform.pool();
        List<DecisionRecord> decisions = new ArrayList<>();
        Pool left = whole;
        for (Optional<Turn> turn :
                workforce.crew().each(lookedAt, each -> turn(clock, now, each, whole))) {
            if (turn.isPresent()) {
                DecisionRecord decision = knowledge.decide(turn.get().draft().within(left), guard);
                if (decision.counts(clock)) {
                    writeDown(turn.get().observed().within(left), decision);
                    decisions.add(decision);
                    left = left.without(decision.added(), decision.outlook().workload().request());
                }
            }
        }
        return decisions;
    }

    /** What one workload saw, and what it comes to by itself. */
    private record Turn(Observed observed, Draft draft) {}

    private Turn turn(Clock clock, Instant now, Inventory inventory, Pool pool) {
        Readings readings = telemetry.read(inventory.workload(), now);
        Observed observed =
                new Observed(clock, now, new WorkloadSnapshot(inventory, readings, pool));
        return new Turn(observed, knowledge.draft(observed));
    }

    private List<Inventory> lookedAt(Clock clock, Instant now) {
        List<Inventory> lookedAt = new ArrayList<>();
        for (Inventory inventory : starts.merge(clock, platform.inventory())) {
            if (workforce.execution().isUnderWay(inventory.workload())) {
                starts.keep(clock, inventory);
            } else if (isLookedAt(clock, inventory, now)) {
                lookedAt.add(inventory);
            }
        }
        return lookedAt;
    }

    private boolean isLookedAt(Clock clock, Inventory inventory, Instant now) {
        return knowledge.covers(inventory.workload())
                && (clock == Clock.CYCLE || knowledge.of(inventory.workload()).looksBetween(now));
    }

    private void writeDown(Observed observed, DecisionRecord decision) {
        journal.append(observed);
        journal.append(new Decided(decision));
    }

    /** What cannot be made durable now is not done later either: by then the world has moved. */
    private void commit(List<DecisionRecord> decisions) {
        try {
            journal.commit();
        } catch (JournalException e) {
            behind = true;
            for (DecisionRecord decision : decisions) {
                decision.verdict()
                        .passed()
                        .ifPresent(action -> takeIn(List.of(unsent(decision.at(), action))));
            }
            throw e;
        }
    }

    private static Acted unsent(Instant decided, Action action) {
        return new Acted(decided, new Outcome.Unsent(action, decided));
    }

    private void act(List<DecisionRecord> decisions) {
        for (DecisionRecord decision : decisions) {
            if (decision.verdict() instanceof Verdict.Approved(ApprovedAction action, var _)) {
                workforce.execution().begin(decision.at(), action);
            }
        }
        takeIn(workforce.execution().ended());
    }

    private void takeIn(List<Acted> ended) {
        for (Acted acted : ended) {
            journal.append(acted);
            knowledge.fold(acted);
        }
    }
}
