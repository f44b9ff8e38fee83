// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.capacity.CapacityModel;
import dev.plimsoll.capacity.LeadTimeModel;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.ActionHistory;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Review;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workload;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Planner;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Want;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;

/**
 * All that was learned about one workload: an accumulator with one writer that changes only by
 * folding journal entries. Deciding reads it and changes nothing.
 *
 * <p>{@link #snapshot} and {@link #restore} carry it to another host: restoring a snapshot and
 * folding the entries after it gives the same state, byte for byte. Not thread-safe.
 */
public final class WorkloadKnowledge {
    private static final int FORM = 1;

    private final Workload workload;
    private final Planner planner;
    private final CapacityModel capacity;
    private final LeadTimeModel leadTimes = new LeadTimeModel();
    private final DemandWatch demand;
    private final ActionHistory history = new ActionHistory();
    private Instant taught = Instant.MIN;

    public WorkloadKnowledge(Workload workload, Policy policy) {
        this.workload = workload;
        this.planner = new Planner(policy);
        this.capacity = new CapacityModel(workload.slo());
        this.demand = DemandWatch.forPolicy(policy, workload);
    }

    /** Takes in what was seen, and says what is to be decided on because of it. */
    public Assessment observe(Observed observed) {
        var snapshot = observed.snapshot();
        snapshot.inventory().completedStarts().forEach(leadTimes::observe);
        teachCapacity(snapshot.readings());
        demand.observe(snapshot.readings(), leadTimes.leadTime(), capacity.capacity());
        Outlook outlook =
                new Outlook(
                        workload,
                        observed.at(),
                        snapshot,
                        capacity.capacity(),
                        leadTimes.leadTime(),
                        demand.bound(),
                        history.lastChange());
        return new Assessment(outlook, planner.observe(outlook));
    }

    /** An interval teaches once, however many cycles see its reading. */
    private void teachCapacity(Readings readings) {
        if (readings.of(Signal.UTILIZATION) instanceof Reading.Fresh(var _, Instant at)
                && at.isAfter(taught)) {
            taught = at;
            capacity.observe(readings);
        }
    }

    /** Decides on an assessment just made. Pure: knowledge stays as it is. */
    public DecisionRecord decide(Assessment assessment, Guard guard) {
        Outlook outlook = assessment.outlook();
        Want want = assessment.want();
        Proposal proposal = planner.plan(outlook, want);
        var review = new Review(outlook.at(), workload, proposal, outlook.snapshot(), history);
        return new DecisionRecord(outlook, want, proposal, guard.review(review));
    }

    /** Takes in a decision. */
    public void decided(Decided decided) {
        if (decided.record().verdict() instanceof Verdict.Approved(var approved, var _)) {
            history.add(decided.at(), approved.action());
        }
    }

    /** The state as bytes; equal states give equal bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter().putInt(FORM).putString(planner.policy().name());
        planner.save(out);
        out.putLong(taught.getEpochSecond()).putInt(taught.getNano());
        capacity.save(out);
        leadTimes.save(out);
        demand.save(out);
        history.save(out);
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
        planner.restore(in);
        taught = Instant.ofEpochSecond(in.getLong(), in.getInt());
        capacity.restore(in);
        leadTimes.restore(in);
        demand.restore(in);
        history.restore(in);
        in.end();
    }
}
