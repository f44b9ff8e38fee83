// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.capacity.CapacityModel;
import dev.plimsoll.capacity.LeadTimeModel;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.ActionHistory;
import dev.plimsoll.guard.Authority;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Review;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workload;
import dev.plimsoll.plan.HarmWatch;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Planner;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Reversal;
import dev.plimsoll.plan.Want;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.ReadingWatch;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * All that was learned about one workload: an accumulator with one writer that changes only by
 * folding journal entries. Deciding reads it and changes nothing.
 *
 * <p>{@link #snapshot} and {@link #restore} carry it to another host: restoring a snapshot and
 * folding the entries after it gives the same state, byte for byte. Not thread-safe.
 */
public final class WorkloadKnowledge {
    private static final int FORM = 8;

    private final Workload workload;
    private final ReadingWatch readings;
    private final Planner planner;
    private final CapacityModel capacity;
    private final LeadTimeModel leadTimes = new LeadTimeModel();
    private final DemandWatch demand;
    private final HarmWatch harm;
    private final ActionHistory history = new ActionHistory();
    private final Authority authority = new Authority();
    private final Reversal reversal = new Reversal();
    private Instant taught = Instant.MIN;

    public WorkloadKnowledge(Workload workload, Policy policy) {
        this.workload = workload;
        this.readings = new ReadingWatch(workload.cadence());
        this.planner = new Planner(policy);
        this.capacity = new CapacityModel(workload.slo());
        this.demand = DemandWatch.of(policy.lookAhead(), workload);
        this.harm = new HarmWatch(workload);
    }

    /** Takes in what was seen, and says what is to be decided on because of it. */
    public Assessment observe(Observed observed) {
        Readings judged = readings.observe(observed.snapshot(), observed.at());
        var snapshot = observed.snapshot().with(judged);
        snapshot.inventory().completedStarts().forEach(leadTimes::observe);
        teachCapacity(judged);
        demand.observe(judged, leadTimes.leadTime(), capacity.capacity());
        Outlook outlook = outlook(observed.at(), snapshot);
        history.observe(outlook);
        harm.observe(outlook);
        return new Assessment(outlook, planner.observe(outlook));
    }

    /**
     * Decides on an assessment just made: what takes something back comes first; where that waits
     * for a person, more that may be had without one does not wait behind it. Pure: knowledge stays
     * as it is.
     */
    public DecisionRecord decide(Assessment assessment, Guard guard) {
        return review(plan(assessment), 0, guard);
    }

    /** What an observation comes to before the guard; what is seen in a cycle is learned from. */
    Draft draft(Observed observed) {
        return switch (observed.clock()) {
            case CYCLE -> plan(observe(observed));
            case TICK -> look(observed);
        };
    }

    /** Lets the guard decide. Pure: knowledge stays as it is. */
    DecisionRecord review(Draft draft, int burst, Guard guard) {
        DecisionRecord first = review(draft, draft.proposal(), burst, guard);
        if (first.verdict() instanceof Verdict.Withheld && !draft.proposal().equals(draft.plan())) {
            DecisionRecord planned = review(draft, draft.plan(), burst, guard);
            return planned.adds() ? planned : first;
        }
        return first;
    }

    private DecisionRecord review(Draft draft, Proposal proposal, int burst, Guard guard) {
        var review = new Review(draft.outlook(), proposal, history, authority, burst);
        return new DecisionRecord(draft.outlook(), draft.want(), proposal, guard.review(review));
    }

    private Draft plan(Assessment assessment) {
        Outlook outlook = assessment.outlook();
        Want want = assessment.want();
        Proposal plan = planner.plan(outlook, want);
        return new Draft(Clock.CYCLE, outlook, want, takeBack(outlook).orElse(plan), plan);
    }

    private Optional<Proposal> takeBack(Outlook outlook) {
        return authority.revert().isPresent()
                ? Optional.of(reversal.proposal(outlook, planner.policy().evidence(outlook)))
                : harm.proposal(outlook);
    }

    private Draft look(Observed observed) {
        Outlook outlook = outlook(observed.at(), observed.snapshot());
        Proposal proposal = planner.tick(outlook);
        var want = new Want(proposal.target(), proposal.reason());
        return new Draft(Clock.TICK, outlook, want, proposal, proposal);
    }

    /** Whether there may be something to add between two cycles. */
    boolean looksBetween(Instant now) {
        return planner.looksBetween(now);
    }

    /** Takes in a decision. */
    public void decided(Decided decided) {
        DecisionRecord record = decided.record();
        Optional<Action> passed = record.verdict().passed();
        authority.decided(record.at(), record.proposal(), record.verdict());
        if (passed.isPresent()) {
            history.approved(record.outlook(), record.proposal().purpose(), passed.get());
            if (Reversal.isAskedFor(record.proposal())) {
                history.reverted();
            }
            harm.acted(record.outlook(), record.proposal().purpose());
            planner.acted();
        } else {
            planner.rested(record.at(), record.proposal());
        }
    }

    /** Takes in what became of an action. */
    public void acted(Acted acted) {
        switch (acted.outcome()) {
            case Outcome.Applied(var action, var _) -> reversal.carriedOut(action);
            case Outcome.Failed(var action, var _, var _) -> {
                // If it was not carried out, its number does not stand, and nothing is reverted; if
                // it was, to undo harm once more does none.
                reversal.carriedOut(action);
                history.failed();
                harm.refused();
            }
            case Outcome.Refused(var action, var _, var _) -> unchanged(action);
            case Outcome.Unsent(var action, var _) -> unchanged(action);
        }
    }

    private void unchanged(Action action) {
        history.refused(action);
        harm.refused();
    }

    /** Takes in what a person said. */
    public void instructed(Instructed instructed) {
        authority.instructed(instructed.at(), instructed.instruction());
    }

    /** Who paused the workload, why, and since when. */
    public Optional<Withholding.Paused> paused() {
        return authority.paused();
    }

    /** Whether its policy has proved itself. */
    public boolean isPromoted() {
        return authority.isPromoted();
    }

    /** The change that waits for a person, if the last decision left one. */
    public Optional<Authority.Awaiting> awaiting(Instant now) {
        return authority.awaiting(now);
    }

    private Outlook outlook(Instant at, WorkloadSnapshot snapshot) {
        return new Outlook(
                workload,
                at,
                snapshot,
                capacity.capacity(),
                leadTimes.leadTime(),
                demand.bound(),
                history.lastChange());
    }

    /** An interval teaches once, however many cycles see its reading. */
    private void teachCapacity(Readings seen) {
        if (seen.of(Signal.UTILIZATION) instanceof Reading.Fresh(var _, Instant at)
                && at.isAfter(taught)) {
            taught = at;
            capacity.observe(seen);
        }
    }

    /** The state as bytes; equal states give equal bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter().putInt(FORM).putString(planner.policy().name());
        readings.save(out);
        planner.save(out);
        out.putInstant(taught);
        capacity.save(out);
        leadTimes.save(out);
        demand.save(out);
        harm.save(out);
        history.save(out);
        authority.save(out);
        reversal.save(out);
        return out.toBytes();
    }

    /**
     * Takes over the state that {@link #snapshot} gave.
     *
     * @throws IllegalArgumentException if the bytes are of another form or another policy
     */
    public void restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot);
        int form = in.getInt();
        String policy = form == FORM ? in.getString() : "";
        if (!policy.equals(planner.policy().name())) {
            throw new IllegalArgumentException(
                    "snapshot of %s has form %d and policy '%s', wanted form %d and policy '%s'"
                            .formatted(workload.id(), form, policy, FORM, planner.policy().name()));
        }
        readings.restore(in);
        planner.restore(in);
        taught = in.getInstant();
        capacity.restore(in);
        leadTimes.restore(in);
        demand.restore(in);
        harm.restore(in);
        history.restore(in);
        authority.restore(in);
        reversal.restore(in);
        in.end();
    }
}
