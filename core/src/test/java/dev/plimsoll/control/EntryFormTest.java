// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static dev.plimsoll.control.Entries.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.control.form.EntryForm;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.plan.PredictivePolicy;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.ThresholdPolicy;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries come back exactly as they were, whatever stands in them. */
class EntryFormTest {
    private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");

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
    void everythingThatCanStandInAnEntryComesBack() {
        assertThat(EveryEntry.list())
                .hasSizeGreaterThan(8)
                .allSatisfy(EntryFormTest::assertComesBack);
    }

    /**
     * The same bytes on every machine and in every version. Where this fails, stores that were
     * written before cannot be read any more: give the form a new number, and read both.
     */
    @Test
    void theBytesOfThisFormStayAsTheyAre() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        EveryEntry.list().forEach(entry -> digest.update(EntryForm.write(entry)));
        assertThat(HexFormat.of().formatHex(digest.digest(), 0, 8)).isEqualTo("c6130ab23a3b3a14");
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
                                new Observed(
                                        AT,
                                        new WorkloadSnapshot(
                                                new Inventory(WEB, 4, 4, 1, List.of()), readings))))
                .withMessageEndingWith(
                        "reading is NaN: a journal holds numbers only, and absence with its cause");
    }

    @Test
    void aBoundThatIsNoNumberIsRefused() {
        var bound = new DemandBound.Expected("naive", Double.NaN, 4);
        DecisionRecord honest = Entries.decided(WEB, 0, 4, 4).record();
        Outlook seen = honest.outlook();
        var outlook =
                new Outlook(
                        seen.workload(),
                        seen.at(),
                        seen.snapshot(),
                        seen.capacity(),
                        seen.leadTime(),
                        bound,
                        seen.lastChange());
        var decision =
                new DecisionRecord(outlook, honest.want(), honest.proposal(), honest.verdict());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryForm.write(new Decided(decision)))
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
                .withMessage("entry has form 3, wanted forms 1 to 2");
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
}
