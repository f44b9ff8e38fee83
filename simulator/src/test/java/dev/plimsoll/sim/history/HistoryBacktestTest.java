// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.sim.score.Scores;
import dev.plimsoll.sim.workload.Interpolation;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pasts that the simulator made, so that the truth is known: 4 slots, 50 ms, 40 s to start. */
class HistoryBacktestTest {
    private static final KnownPast TIGHT = KnownPast.of(2, "hpa:target=75");
    private static final Signal[] ALL = {
        Signal.UTILIZATION, Signal.MEAN_LATENCY, Signal.TAIL_LATENCY
    };

    @Test
    void theTrueServiceIsLearnedFromBusyShareAndLatency() {
        LearnedService.Known service = Judged.card(TIGHT.history(ALL)).service();

        assertThat(service.station().concurrency()).isEqualTo(4);
        assertThat(service.station().serviceSeconds()).isCloseTo(0.05, within(0.0005));
        assertThat(List.of(service.rate(), service.slots())).containsOnly(Origin.SEEN);
    }

    @Test
    void theTailAloneTellsTheSlots() {
        Scorecard card = Judged.card(TIGHT.history(Signal.UTILIZATION, Signal.TAIL_LATENCY));

        assertThat(card.service().station().concurrency()).isEqualTo(4);
        assertThat(card.reproduction().isTrusted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MEAN_LATENCY", "TAIL_LATENCY"})
    void latencyAloneTellsTheService(Signal latency) {
        LearnedService.Known service = Judged.card(TIGHT.history(latency)).service();

        assertThat(service.station().saturationRate()).isCloseTo(80, within(2.0));
        assertThat(service.station().serviceSeconds()).isCloseTo(0.05, within(0.002));
    }

    @Test
    void slotsThatNothingTellsAreAssumedOrGiven() {
        History history = TIGHT.history(Signal.UTILIZATION);
        LearnedService.Known assumed = Judged.card(history).service();
        var two = new Prior(OptionalInt.of(2), OptionalDouble.empty(), Optional.empty());
        LearnedService.Known given =
                Judged.card(Judged.judge(history, two, Judged.settings(0.3))).service();

        assertThat(assumed.slots()).isEqualTo(Origin.ASSUMED);
        assertThat(assumed.rate()).isEqualTo(Origin.SEEN);
        assertThat(given.slots()).isEqualTo(Origin.GIVEN);
        assertThat(given.station().concurrency()).isEqualTo(2);
        assertThat(given.station().saturationRate())
                .isCloseTo(assumed.station().saturationRate(), within(1e-9));
    }

    @Test
    void whatReallyRanIsReproduced() {
        Scorecard card = Judged.card(TIGHT.history(ALL));

        assertThat(card.reproduction().doubts()).isEmpty();
        assertThat(card.reproduction().error()).isPresent();
        assertThat(card.reproduction().error().getAsDouble()).isLessThan(Reproduction.MOST_ERROR);
        assertThat(card.reproduction().aspects())
                .extracting(AspectError::aspect)
                .containsExactly(Aspect.values());
        for (AspectError each : card.reproduction().aspects().subList(0, 3)) {
            assertThat(each.error()).as(each.aspect().label()).isLessThan(0.01);
        }
    }

    /** Demand runs from the middle of a window to that of the next, replicas with it. */
    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void howeverDemandRunsBetweenTheWindows(Interpolation interpolation) {
        var settings = Judged.settings(0.3, interpolation);

        Reproduction reproduction =
                Judged.card(Judged.judge(TIGHT.history(ALL), Prior.NONE, settings)).reproduction();

        assertThat(reproduction.aspects().getFirst().error()).isLessThan(0.005);
    }

    /**
     * Hours are exact but for the lead time of what was starting; violations hang on what demand
     * did within each minute, which its mean hides.
     */
    @Test
    void theRecordedRowIsNearTheTruth() {
        Scores truth = TIGHT.truth().scores();
        Scores recorded = Judged.card(TIGHT.history(ALL)).recorded().scores();

        assertThat(recorded.usage().replicaHours().orElseThrow())
                .isCloseTo(
                        truth.usage().replicaHours().orElseThrow(),
                        within(0.01 * truth.usage().replicaHours().orElseThrow()));
        assertThat(truth.sloViolationRatio().orElseThrow()).isGreaterThan(0.01);
        assertThat(recorded.sloViolationRatio().orElseThrow())
                .isCloseTo(truth.sloViolationRatio().orElseThrow(), within(0.01));
    }

    @ParameterizedTest(name = "under {0}")
    @CsvSource({"hpa, 4", "predictive, 8"})
    void theLeadTimeIsSeenInTheGaps(String policy, double seconds) {
        KnownPast past = policy.equals("hpa") ? TIGHT : KnownPast.of(2, policy);
        LearnedStart start = Judged.card(past.history(ALL)).start();

        assertThat(start.origin()).isEqualTo(Origin.SEEN);
        assertThat(start.starts()).isGreaterThan(100);
        assertThat(start.startUp().medianSeconds()).isCloseTo(40, within(seconds));
    }

    @Test
    void withoutWhatWasAskedForTheLeadTimeIsAssumed() {
        History history = TIGHT.history(ALL);
        History without =
                new History(
                        "web",
                        history.start(),
                        history.windowSeconds(),
                        history.signals(),
                        WindowMeans.absent(history.windows()),
                        Buckets.NONE);

        LearnedStart start = Judged.card(without).start();

        assertThat(start.origin()).isEqualTo(Origin.ASSUMED);
        assertThat(start.why()).contains("--desired");
    }

    @Test
    void everythingIsJudgedOnTheSameTime() {
        Scorecard card = Judged.card(TIGHT.history(ALL));

        assertThat(card.judgedFrom())
                .isBetween(
                        KnownPast.START.plusSeconds(51_800), KnownPast.START.plusSeconds(51_900));
        assertThat(card.judgedSeconds()).isBetween(120_800L, 121_000L);
        double hours = card.judgedSeconds() / 3600.0;
        assertThat(card.policies().getFirst().scores().usage().replicaHours().orElseThrow())
                .isCloseTo(20 * hours, within(1e-6));
        assertThat(card.recorded().regrets()).containsKeys(10, 100, 1000);
    }

    @Test
    void theResultDoesNotDependOnThreads() {
        History history = TIGHT.history(ALL);

        assertThat(Judged.judge(history, Prior.NONE, Judged.settings(0.3), 2))
                .isEqualTo(Judged.judge(history, Prior.NONE, Judged.settings(0.3), 1));
    }
}
