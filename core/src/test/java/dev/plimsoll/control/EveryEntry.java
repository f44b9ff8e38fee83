// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static dev.plimsoll.control.Entries.WEB;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.bound.Trust;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Leave;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.plan.Want;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Entries in which everything stands that can stand in one. What is added to the form of entries is
 * added here, too.
 */
public final class EveryEntry {
    private static final Instant AT = Instant.parse("2026-01-05T00:00:00.123456789Z");

    private static final List<Clamp> CUT = List.of(new Clamp(Rule.APPROVAL, 1, 2));
    private static final Pause PAUSE = new Pause("ann", "deploy");
    private static final Approve APPROVE = new Approve("ann", "sale", 4, 2, AT.plusSeconds(600));
    private static final Reject REJECT = new Reject("bob", "dear", 4, 2, AT.plusSeconds(900));
    private static final Revert REVERT = new Revert("ann", "too few");

    private EveryEntry() {}

    /** In the order in which a journal might hold them, a second apart. */
    public static List<JournalEntry> list() {
        List<JournalEntry> entries = new ArrayList<>(ofForm1());
        for (Mode mode : Mode.values()) {
            boolean onProbation = mode == Mode.ACT;
            Outlook outlook = asking(plain(entries.size()), new Consent(mode, 0.3, onProbation));
            addDone(entries, decided(outlook, passed(Optional.empty(), List.of())));
        }
        for (Leave leave : List.of(APPROVE, REVERT)) {
            Verdict verdict = passed(Optional.of(leave), CUT);
            addDone(entries, decided(plain(entries.size()), verdict));
        }
        for (Withholding why : withholdings()) {
            Verdict verdict = new Verdict.Withheld(scaleIn(), 7, why, CUT);
            entries.add(decided(plain(entries.size()), verdict));
        }
        Instant decided = entries.getLast().at();
        entries.add(new Acted(decided, new Outcome.Unsent(scaleIn(), AT.plusSeconds(63))));
        entries.add(
                new Acted(
                        decided,
                        new Outcome.Failed(scaleIn(), AT.plusSeconds(64), Fault.INTERRUPTED)));
        for (Instruction instruction : instructions()) {
            entries.add(new Instructed(AT.plusSeconds(entries.size()), WEB, instruction));
        }
        return entries;
    }

    /** What could stand in one of the first form: where nobody was asked. */
    public static List<JournalEntry> ofForm1() {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(observed());
        outlooks().forEach(outlook -> entries.add(decided(outlook, new Verdict.Unchanged())));
        verdicts().forEach(verdict -> entries.add(decided(plain(entries.size()), verdict)));
        Instant decided = entries.getLast().at();
        outcomes().forEach(outcome -> entries.add(new Acted(decided, outcome)));
        return entries;
    }

    private static Observed observed() {
        var readings =
                TestReadings.at(AT)
                        .fresh(Signal.DEMAND, 0.1 + 0.2)
                        .stale(Signal.CPU, Double.MIN_VALUE)
                        .put(Signal.GPU, new Reading.Suspect(0, AT, Reading.Doubt.FROZEN))
                        .put(Signal.RETRIES, new Reading.Absent(Reading.Cause.INVALID))
                        .replica(new Reading.Absent(Reading.Cause.FROM_THE_FUTURE))
                        .replica(0.7)
                        .readings();
        return new Observed(Clock.TICK, AT, new WorkloadSnapshot(inventory(), readings));
    }

    private static List<Outlook> outlooks() {
        var expected = new DemandBound.Expected("seasonal-naive", 812.5, 4);
        var other = new DemandBound.Expected("holt-winters", 812.5, 4);
        var odds = new DemandBound.Odds(0.01, Double.POSITIVE_INFINITY);
        var upper = new DemandBound.Upper(other, 900, odds, 12, Trust.NO_SKILL);
        var known = new Capacity.Known(65.2, 0.815, Capacity.Basis.PRIOR);
        var queue = Optional.of(new MmcStation(4, 0.05));
        var learned = new Capacity.Known(65.2, 0.815, Capacity.Basis.LEARNED, queue);
        return List.of(
                plain(1),
                outlook(2, new StateKind.Sessions(Duration.ofMinutes(5)), known, expected),
                outlook(3, new StateKind.Ordered(3), learned, upper));
    }

    private static Outlook plain(int second) {
        return outlook(second, StateKind.STATELESS, Capacity.UNKNOWN, DemandBound.NONE);
    }

    private static List<Verdict> verdicts() {
        List<Clamp> clamps =
                List.of(new Clamp(Rule.SURGE, 90, 24), new Clamp(Rule.MAX_REPLICAS, 24, 20));
        return List.of(
                new Verdict.Deferred(clamps),
                new Verdict.Rejected(clamps),
                passed(Optional.empty(), clamps));
    }

    private static void addDone(List<JournalEntry> entries, Decided decided) {
        entries.add(decided);
        Instant done = decided.at().plusMillis(500);
        entries.add(new Acted(decided.at(), new Outcome.Applied(scaleIn(), done)));
    }

    private static Verdict passed(Optional<Leave> leave, List<Clamp> clamps) {
        return new Verdict.Remembered(scaleIn(), 7, leave, clamps);
    }

    private static List<Withholding> withholdings() {
        return List.of(
                new Withholding.ObserveOnly(),
                new Withholding.AwaitingApproval(),
                new Withholding.Paused(PAUSE, AT.plusSeconds(1)),
                new Withholding.RejectedByPerson(REJECT),
                new Withholding.OnProbation());
    }

    private static List<Instruction> instructions() {
        return List.of(
                PAUSE,
                new Instruction.Resume("bob", "déployé"),
                APPROVE,
                REJECT,
                REVERT,
                new Instruction.Promote("scorecard", "0.1 % violated, 0.4 % before"));
    }

    private static Outlook asking(Outlook outlook, Consent consent) {
        return new Outlook(
                outlook.workload().with(consent),
                outlook.at(),
                outlook.snapshot(),
                outlook.capacity(),
                outlook.leadTime(),
                outlook.bound(),
                outlook.lastChange());
    }

    private static List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(new Outcome.Applied(scaleIn(), AT.plusSeconds(60)));
        for (Outcome.Refusal refusal : Outcome.Refusal.values()) {
            outcomes.add(new Outcome.Refused(scaleIn(), AT.plusSeconds(61), refusal));
        }
        for (Fault fault : EnumSet.complementOf(EnumSet.of(Fault.INTERRUPTED))) {
            outcomes.add(new Outcome.Failed(scaleIn(), AT.plusSeconds(62), fault));
        }
        return outcomes;
    }

    private static Decided decided(Outlook outlook, Verdict verdict) {
        var proposal =
                new Proposal(
                        Purpose.TAKE_BACK,
                        WEB,
                        "hybrid",
                        4,
                        2,
                        Reason.HARM,
                        List.of(Signal.DEMAND, Signal.TAIL_LATENCY),
                        7,
                        List.of(new Proposal.Alternative(3, Reason.HELD)));
        var want = new Want(2, Reason.IDLE);
        return new Decided(new DecisionRecord(outlook, want, proposal, verdict));
    }

    private static Outlook outlook(
            int second, StateKind state, Capacity capacity, DemandBound bound) {
        var snapshot =
                new WorkloadSnapshot(
                        inventory(), Readings.NONE, new Pool(new Resources(7.5, 1L << 34), 30));
        var workload =
                new Workload(
                        WEB,
                        Workloads.WIDE,
                        Workloads.SLO,
                        33.3,
                        ScalingBehavior.DEFAULT,
                        Cadence.DEFAULT,
                        Workload.USUAL_REQUEST,
                        Protection.DEFAULT.of(state));
        return new Outlook(
                workload,
                AT.plusSeconds(second),
                snapshot,
                capacity,
                new LeadTime(40, 0.25),
                bound,
                Instant.MIN);
    }

    private static Inventory inventory() {
        return new Inventory(
                WEB,
                4,
                3,
                7,
                List.of(Duration.ofMillis(41_250)),
                Optional.of(AT.minusSeconds(30)),
                List.of(
                        new Replica("web-0", Replica.Phase.READY),
                        new Replica("web-1", Replica.Phase.STARTING)));
    }

    private static Action.Scale scaleIn() {
        return new Action.Scale(WEB, 4, 2, List.of("web-3", "wéb-2"));
    }
}
