// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static dev.plimsoll.control.Entries.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.form.EntryForm;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.forecast.bound.Trust;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.plan.ThresholdPolicy;
import dev.plimsoll.plan.Want;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries come back exactly as they were, whatever stands in them. */
class EntryFormTest {
    private static final Instant AT = Instant.parse("2026-01-05T00:00:00.123456789Z");

    static Stream<Policy> policies() {
        return Stream.of(
                ThresholdPolicy.DEFAULT, new ReactivePolicy(1.2), PredictivePolicy.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whatALifeLeavesBehindComesBackAsItWas(Policy policy) {
        Workload web = Workloads.web();
        Knowledge knowledge = new Knowledge(Map.of(WEB, new WorkloadKnowledge(web, policy)));
        RandomWorld world = new RandomWorld(web, 5);
        List<JournalEntry> entries = new ArrayList<>();
        for (int turn = 0; turn < 200; turn++) {
            Observed observed = world.next();
            DecisionRecord decision = knowledge.decide(observed, new Guard());
            entries.addAll(List.of(observed, world.tick(), new Decided(decision)));
            world.carryOut(decision).ifPresent(entries::add);
        }
        assertThat(entries).hasSizeGreaterThan(600).allSatisfy(EntryFormTest::assertComesBack);
    }

    @Test
    void everyQualityOfReadingComesBack() {
        var readings =
                TestReadings.at(AT)
                        .fresh(Signal.DEMAND, 0.1 + 0.2)
                        .stale(Signal.CPU, Double.MIN_VALUE)
                        .put(Signal.GPU, new Reading.Suspect(0, AT, Reading.Doubt.FROZEN))
                        .put(Signal.RETRIES, new Reading.Absent(Reading.Cause.INVALID))
                        .replica(new Reading.Absent(Reading.Cause.FROM_THE_FUTURE))
                        .replica(0.7)
                        .readings();
        assertComesBack(new Observed(Clock.TICK, AT, new WorkloadSnapshot(inventory(), readings)));
    }

    @ParameterizedTest
    @MethodSource("outlooks")
    void everythingThatIsDecidedOnComesBack(Outlook outlook) {
        assertComesBack(decided(outlook, new Verdict.Unchanged()));
    }

    static Stream<Outlook> outlooks() {
        var expected = new DemandBound.Expected("seasonal-naive", 812.5, 4);
        var odds = new DemandBound.Odds(0.01, Double.POSITIVE_INFINITY);
        var upper = new DemandBound.Upper(expected, 900, odds, 12, Trust.NO_SKILL);
        var known = new Capacity.Known(65.2, 0.815, Capacity.Basis.PRIOR);
        var queue = Optional.of(new MmcStation(4, 0.05));
        var learned = new Capacity.Known(65.2, 0.815, Capacity.Basis.LEARNED, queue);
        return Stream.of(
                outlook(StateKind.STATELESS, Capacity.UNKNOWN, DemandBound.NONE),
                outlook(new StateKind.Sessions(Duration.ofMinutes(5)), known, expected),
                outlook(new StateKind.Ordered(3), learned, upper));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void everyVerdictComesBack(Verdict verdict) {
        assertComesBack(
                decided(outlook(StateKind.STATELESS, Capacity.UNKNOWN, DemandBound.NONE), verdict));
    }

    static Stream<Verdict> verdicts() {
        List<Clamp> clamps =
                List.of(new Clamp(Rule.SURGE, 90, 24), new Clamp(Rule.MAX_REPLICAS, 24, 20));
        return Stream.of(
                new Verdict.Unchanged(),
                new Verdict.Deferred(clamps),
                new Verdict.Rejected(clamps),
                new Verdict.Remembered(scaleIn(), 7, clamps));
    }

    @Test
    void everyOutcomeComesBack() {
        assertComesBack(new Acted(AT, new Outcome.Applied(scaleIn(), AT.plusSeconds(2))));
        for (Outcome.Refusal refusal : Outcome.Refusal.values()) {
            assertComesBack(new Acted(AT, new Outcome.Refused(scaleIn(), AT, refusal)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatIsNoNumberIsRefusedBeforeItIsWritten(int quality) {
        Reading reading =
                switch (quality) {
                    case 0 -> new Reading.Fresh(Double.NaN, AT);
                    case 1 -> new Reading.Stale(Double.NaN, AT);
                    default -> new Reading.Suspect(Double.NaN, AT, Reading.Doubt.ZERO);
                };
        var readings = TestReadings.at(AT).put(Signal.DEMAND, reading).readings();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        EntryForm.write(
                                new Observed(AT, new WorkloadSnapshot(inventory(), readings))))
                .withMessageEndingWith(
                        "reading is NaN: a journal holds numbers only, and absence with its cause");
    }

    @Test
    void aBoundThatIsNoNumberIsRefused() {
        var bound = new DemandBound.Expected("naive", Double.NaN, 4);
        var outlook = outlook(StateKind.STATELESS, Capacity.UNKNOWN, bound);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryForm.write(decided(outlook, new Verdict.Unchanged())))
                .withMessageStartingWith("expected demand is NaN");
    }

    @Test
    void bytesThatWereCutOrGrownAreRefused() {
        byte[] bytes = EntryForm.write(Entries.decided(WEB, 0, 4, 7));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> EntryForm.read(cut));
        }
        byte[] grown = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> EntryForm.read(grown));
    }

    @Test
    void bytesOfAnotherFormOrKindAreRefused() {
        byte[] bytes = EntryForm.write(Entries.acted(WEB, 0));
        byte[] later = bytes.clone();
        later[3] = EntryForm.NUMBER + 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryForm.read(later))
                .withMessage("entry has form 2, wanted form 1");
        byte[] other = bytes.clone();
        other[7] = 9;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryForm.read(other))
                .withMessage("no entry is of kind 9");
    }

    private static void assertComesBack(JournalEntry entry) {
        byte[] bytes = EntryForm.write(entry);
        assertThat(EntryForm.read(bytes)).isEqualTo(entry);
        assertThat(EntryForm.write(EntryForm.read(bytes))).isEqualTo(bytes);
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

    private static Outlook outlook(StateKind state, Capacity capacity, DemandBound bound) {
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
                workload, AT, snapshot, capacity, new LeadTime(40, 0.25), bound, Instant.MIN);
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
