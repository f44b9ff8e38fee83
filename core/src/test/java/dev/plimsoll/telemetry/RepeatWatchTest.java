// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a series is taken for frozen. */
class RepeatWatchTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final RepeatWatch watch = new RepeatWatch(Double.POSITIVE_INFINITY);
    private long interval;
    private double fresh = 1000;

    /** After c changes r repeats had a chance of 1/(c+2) · 2/(c+3) · … · r/(c+r+1). */
    @ParameterizedTest
    @CsvSource({
        "0, 239, false", "2, 239, false", "3, 4, true", "5, 3, true",
        "7, 3, true", "8, 2, true", "47, 2, true", "49, 1, true"
    })
    void isFrozenByARunThatWasLessLikelyThanOneInFifty(int changes, int repeats, boolean atLast) {
        change(changes);
        see(7);
        for (int i = 1; i < repeats; i++) {
            see(7);
            assertThat(watch.isFrozen()).as("repeat %d", i).isFalse();
        }
        see(7);
        assertThat(watch.isFrozen()).isEqualTo(atLast);
    }

    @Test
    void oneThatOftenRepeatsItselfIsNotFrozenSoSoon() {
        for (int i = 0; i < 50; i++) {
            see(++fresh);
            see(fresh);
        }
        repeat(7, 1 + 5);
        assertThat(watch.isFrozen()).isFalse();
        repeat(7, 2);
        assertThat(watch.isFrozen()).isTrue();
    }

    @Test
    void aSeriesThatNeverVariedIsConstant() {
        repeat(7, 10_000);
        assertThat(watch.isFrozen()).isFalse();
    }

    @Test
    void anHourOfRepeatsEndsTheDoubt() {
        change(100);
        repeat(7, 1 + 239);
        assertThat(watch.isFrozen()).isTrue();
        see(7);
        assertThat(watch.isFrozen()).isFalse();
    }

    @Test
    void aChangeEndsTheDoubt() {
        change(100);
        repeat(7, 10);
        assertThat(watch.isFrozen()).isTrue();
        see(8);
        assertThat(watch.isFrozen()).isFalse();
    }

    @Test
    void aRunThatEndedCountsAsARunOfRepeats() {
        change(20);
        repeat(7, 1 + 20);
        repeat(8, 1 + 3);
        assertThat(watch.isFrozen()).isFalse();
    }

    @Test
    void oldHabitsFade() {
        repeat(7, 5_000);
        change(1);
        repeat(8, 5);
        assertThat(watch.isFrozen()).isFalse();
        change(600);
        repeat(9, 1 + 3);
        assertThat(watch.isFrozen()).isTrue();
    }

    @Test
    void aReadingThatIsSeenAgainIsNoRepeat() {
        change(10);
        see(7);
        for (int i = 0; i < 50; i++) {
            watch.observe(new Reading.Fresh(7, START.plusSeconds(15 * interval)));
        }
        watch.observe(new Reading.Fresh(8, START));
        see(7);
        assertThat(watch.isFrozen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aShareMayBeFullOrEmptyForHours(double end) {
        RepeatWatch share = new RepeatWatch(1);
        for (int i = 0; i < 100; i++) {
            share.observe(new Reading.Fresh(0.1 + i / 1000.0, START.plusSeconds(i)));
        }
        for (int i = 100; i < 150; i++) {
            share.observe(new Reading.Fresh(end, START.plusSeconds(i)));
            assertThat(share.isFrozen()).isFalse();
        }
    }

    @Test
    void hoursAtAnEndAreNeitherRepeatsNorChanges() {
        change(1);
        repeat(0, 500);
        repeat(7, 1 + 5);
        assertThat(watch.isFrozen()).isFalse();
    }

    @Test
    void whatIsAboveOneIsNoShare() {
        change(100);
        repeat(1, 10);
        assertThat(watch.isFrozen()).isTrue();
    }

    @Test
    void continuesExactlyAfterRestore() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 400; i++) {
            see(random.nextInt(4));
        }
        RepeatWatch restored = new RepeatWatch(Double.POSITIVE_INFINITY);
        StateReader state = new StateReader(bytes(watch));
        restored.restore(state);
        state.end();
        assertThat(bytes(restored)).isEqualTo(bytes(watch));
        for (int i = 1; i < 40; i++) {
            Reading.Fresh next = new Reading.Fresh(3, START.plusSeconds(15 * (interval + i)));
            watch.observe(next);
            restored.observe(next);
            assertThat(restored.isFrozen()).isEqualTo(watch.isFrozen());
        }
        assertThat(bytes(restored)).isEqualTo(bytes(watch));
    }

    private void repeat(double value, int times) {
        for (int i = 0; i < times; i++) {
            see(value);
        }
    }

    /** So many values, each seen once; with the next they are as many changes. */
    private void change(int times) {
        for (int i = 0; i < times; i++) {
            see(++fresh);
        }
    }

    private void see(double value) {
        watch.observe(new Reading.Fresh(value, START.plusSeconds(15 * ++interval)));
    }

    private static byte[] bytes(RepeatWatch watch) {
        StateWriter out = new StateWriter();
        watch.save(out);
        return out.toBytes();
    }
}
