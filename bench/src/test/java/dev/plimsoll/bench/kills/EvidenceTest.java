// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bench.kills.Evidence.Act;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Outcome.Refusal;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(15);
    private static final Instant SOON = SECOND.plusSeconds(1);
    private static final Action UP =
            new Action.Scale(new WorkloadId("shop", "web"), 3, 5, List.of());
    private static final String ID = "shop/web@7:3-5";
    private static final Outcome APPLIED = new Outcome.Applied(UP, SOON);
    private static final Outcome UNSENT = new Outcome.Unsent(UP, SOON);
    private static final Outcome REFUSED = new Outcome.Refused(UP, SOON, Refusal.CONFLICT);
    private static final Outcome FAILED = new Outcome.Failed(UP, SOON, Fault.TIMED_OUT);

    private final Map<Instant, Act> acts = new TreeMap<>();

    @Test
    void anActionThatWasDoneAndIsKnownIsNeitherLostNorDoubled() {
        decided(FIRST, APPLIED);
        assertThat(doubled(ID)).isZero();
        assertThat(lost(ID)).isZero();
    }

    @Test
    void aDecisionThatIsMadeAgainAtTheSameVersionIsNotDoubled() {
        decided(FIRST, UNSENT);
        decided(SECOND, APPLIED);
        assertThat(doubled(ID)).isZero();
        assertThat(lost(ID)).isZero();
    }

    @Test
    void whatWasDoneThoughItIsSaidThatItWasNotIsDoubled() {
        decided(FIRST, UNSENT);
        assertThat(doubled(ID)).isEqualTo(1);
        assertThat(doubled()).isZero();
        acts.clear();
        decided(FIRST, REFUSED);
        assertThat(doubled(ID)).isEqualTo(1);
        assertThat(doubled()).isZero();
    }

    @Test
    void whatWasDoneTwiceIsDoubled() {
        decided(FIRST, APPLIED);
        assertThat(doubled(ID, ID)).isEqualTo(1);
        decided(SECOND, APPLIED);
        assertThat(doubled(ID)).as("two decisions were carried out under one id").isEqualTo(1);
    }

    @Test
    void twoOutcomesOfOneDecisionAreDoubled() {
        decided(FIRST, FAILED, APPLIED);
        assertThat(doubled(ID)).isEqualTo(1);
    }

    @Test
    void ofWhatNobodyKnowsEitherMayBe() {
        decided(FIRST, FAILED);
        assertThat(doubled(ID)).isZero();
        assertThat(doubled()).isZero();
        assertThat(evidence(List.of(), List.of()).unknown()).isEqualTo(1);
    }

    @Test
    void whatTheFleetDidAndTheJournalDoesNotHoldIsLost() {
        decided(FIRST, APPLIED);
        assertThat(lost(ID, "shop/web@8:5-6")).isEqualTo(1);
    }

    @Test
    void whatWasSaidAndTheJournalDoesNotHoldIsLost() {
        decided(FIRST, APPLIED);
        List<String> said =
                List.of(
                        "plimsoll works on 1 workload",
                        "shop/web at " + FIRST + ": 3 → 5, more is to come",
                        "shop/web at " + SECOND + ": 5 → 6, more is to come");
        assertThat(evidence(List.of(ID), said).lost()).isEqualTo(1);
    }

    @Test
    void anOutcomeThatComesMinutesLaterWasFoundOutAfterARestart() {
        decided(FIRST, new Outcome.Applied(UP, FIRST.plus(Duration.ofMinutes(2))));
        decided(SECOND, new Outcome.Applied(UP, SECOND.plus(Duration.ofMinutes(3))));
        assertThat(evidence(List.of(), List.of()).reconciled()).isEqualTo(1);
    }

    private void decided(Instant at, Outcome... outcomes) {
        acts.put(
                at,
                new Act(
                        ID,
                        Arrays.stream(outcomes).map(outcome -> new Acted(at, outcome)).toList()));
    }

    private int doubled(String... ledger) {
        return evidence(List.of(ledger), List.of()).doubled();
    }

    private int lost(String... ledger) {
        return evidence(List.of(ledger), List.of()).lost();
    }

    private Evidence evidence(List<String> ledger, List<String> said) {
        return new Evidence(acts, ledger, said);
    }
}
