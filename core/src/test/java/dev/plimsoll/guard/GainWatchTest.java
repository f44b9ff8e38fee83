// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.GainScene.MET;
import static dev.plimsoll.guard.GainScene.MISSED;
import static dev.plimsoll.guard.GainScene.look;
import static dev.plimsoll.guard.GainScene.readings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether scaling out helps, where the objective is 250 ms and an interval takes 15 s. */
class GainWatchTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final GainWatch watch = new GainWatch();
    private long second;
    private int replicas = 5;

    @Test
    void twoInARowThatBroughtNothingAreUseless() {
        tryOne(MISSED, 100);
        assertThat(isUseless()).isFalse();
        tryOne(MISSED, 100);
        assertThat(isUseless()).isTrue();
    }

    @Test
    void uselessForTenMinutesAndThenOneMoreIsTried() {
        tryTwo(MISSED, 100);
        assertThat(watch.isUseless(at(second + 599))).isTrue();
        assertThat(watch.isUseless(at(second + 600))).isFalse();
        second += 600;
        tryOne(MISSED, 100);
        assertThat(isUseless()).isTrue();
    }

    /** Before: 1 s and 100 requests/s. */
    @ParameterizedTest
    @CsvSource({
        "1.0, 105, true", "1.0, 105.01, false", "1.0, 50, true",
        "0.95, 100, true", "0.949, 100, false", "2.0, 100, true"
    })
    void aTwentiethMoreOrFasterIsAGain(double latency, double goodput, boolean useless) {
        tryOne(MISSED, 100);
        tryOne(latency, goodput);
        assertThat(isUseless()).isEqualTo(useless);
    }

    @Test
    void aGainInBetweenStartsTheCountAgain() {
        tryOne(MISSED, 100);
        tryOne(0.5, 100);
        tryOne(MISSED, 100);
        assertThat(isUseless()).isFalse();
    }

    @Test
    void anObjectiveThatIsMetAgainEndsIt() {
        tryTwo(MISSED, 100);
        watch.observe(look(at(second), replicas, MET, 100));
        assertThat(isUseless()).isFalse();
    }

    @Test
    void anObjectiveThatIsNotSeenToBeMetDoesNot() {
        tryTwo(MISSED, 100);
        watch.observe(look(at(second), replicas, replicas, TestReadings.at(at(second))));
        var stale = TestReadings.at(at(second)).stale(Signal.TAIL_LATENCY, MET);
        watch.observe(look(at(second), replicas, replicas, stale));
        watch.observe(look(at(second), replicas, 0.2501, 100));
        assertThat(isUseless()).isTrue();
    }

    @Test
    void aScaleOutThatWasNotNeededForTheObjectiveIsNotOnTrial() {
        for (int i = 0; i < 2; i++) {
            scaleOut(look(at(second), replicas, 0.25, 100));
            seeReady(MISSED, 100);
        }
        assertThat(isUseless()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.05, false", "0.0501, true"})
    void moreThanATwentiethOfErrorsMissesTheObjectiveToo(double errors, boolean missed) {
        for (int i = 0; i < 2; i++) {
            scaleOut(look(at(second), replicas, replicas, faulty(errors)));
            second += 30;
            watch.observe(look(at(second), replicas, replicas, faulty(errors)));
            second += 30;
            watch.observe(look(at(second), replicas, replicas, faulty(errors)));
        }
        assertThat(isUseless()).isEqualTo(missed);
    }

    @Test
    void isJudgedOnlyByAnIntervalInWhichItsReplicasWereReady() {
        tryOne(MISSED, 100);
        scaleOut(look(at(second), replicas, MISSED, 100));
        watch.observe(look(at(100), replicas, replicas - 1, readings(at(100), MISSED, 100)));
        watch.observe(look(at(110), replicas, replicas, readings(at(110), MISSED, 100)));
        watch.observe(look(at(140), replicas, replicas, readings(at(124), MISSED, 100)));
        assertThat(watch.isUseless(at(140))).isFalse();
        watch.observe(look(at(140), replicas, replicas, readings(at(125), MISSED, 100)));
        assertThat(watch.isUseless(at(140))).isTrue();
    }

    @Test
    void isNotJudgedByAStaleReading() {
        tryOne(MISSED, 100);
        scaleOut(look(at(second), replicas, MISSED, 100));
        watch.observe(look(at(100), replicas, MISSED, 100));
        var stale = TestReadings.at(at(200)).stale(Signal.TAIL_LATENCY, MISSED);
        watch.observe(look(at(200), replicas, replicas, stale));
        assertThat(watch.isUseless(at(200))).isFalse();
    }

    @Test
    void replicasThatWereTakenAwayAgainProveNothing() {
        tryOne(MISSED, 100);
        scaleOut(look(at(second), replicas, MISSED, 100));
        replicas--;
        seeReady(MISSED, 100);
        replicas++;
        seeReady(MISSED, 100);
        assertThat(isUseless()).isFalse();
        tryOne(MISSED, 100);
        assertThat(isUseless()).isTrue();
    }

    @Test
    void asManyAsWereOrderedAreEnoughForAJudgement() {
        tryOne(MISSED, 100);
        scaleOut(look(at(second), replicas, MISSED, 100));
        replicas += 3;
        seeReady(MISSED, 100);
        assertThat(isUseless()).isTrue();
    }

    @Test
    void whatIsOrderedDuringATrialIsPartOfIt() {
        scaleOut(look(at(second), replicas, MISSED, 100));
        scaleOut(look(at(second), replicas, MISSED, 10));
        seeReady(MISSED, 100);
        tryOne(MISSED, 100);
        assertThat(isUseless()).isTrue();
    }

    @Test
    void continuesExactlyAfterRestoreAtAnyPoint() {
        List<Outlook> life = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Instant at = at(30L * i);
            life.add(look(at, 5 + i / 3, 5 + i / 3, readings(at, i == 9 ? MET : MISSED, 100)));
        }
        for (int moved = 0; moved < life.size(); moved++) {
            GainWatch original = new GainWatch();
            live(original, life.subList(0, moved), 0);
            GainWatch restored = new GainWatch();
            StateReader state = new StateReader(bytes(original));
            restored.restore(state);
            state.end();
            live(original, life.subList(moved, life.size()), moved);
            live(restored, life.subList(moved, life.size()), moved);
            assertThat(bytes(restored)).isEqualTo(bytes(original));
        }
    }

    private static void live(GainWatch watch, List<Outlook> looks, int from) {
        for (int i = 0; i < looks.size(); i++) {
            watch.observe(looks.get(i));
            if ((from + i) % 3 == 2) {
                watch.scaledOut(looks.get(i), looks.get(i).current() + 1);
            }
        }
    }

    private void tryTwo(double latency, double goodput) {
        tryOne(latency, goodput);
        tryOne(latency, goodput);
    }

    /** Orders one at 1 s and 100 requests/s, and sees what came of it. */
    private void tryOne(double latency, double goodput) {
        scaleOut(look(at(second), replicas, MISSED, 100));
        seeReady(latency, goodput);
    }

    private void scaleOut(Outlook outlook) {
        replicas++;
        watch.scaledOut(outlook, replicas);
    }

    private void seeReady(double latency, double goodput) {
        second += 30;
        watch.observe(look(at(second), replicas, latency, goodput));
        second += 15;
        watch.observe(look(at(second), replicas, latency, goodput));
    }

    private TestReadings faulty(double errors) {
        return readings(at(second), MET, 100).fresh(Signal.ERROR_RATIO, errors);
    }

    private boolean isUseless() {
        return watch.isUseless(at(second));
    }

    private static Instant at(long second) {
        return START.plusSeconds(second);
    }

    private static byte[] bytes(GainWatch watch) {
        StateWriter out = new StateWriter();
        watch.save(out);
        return out.toBytes();
    }
}
