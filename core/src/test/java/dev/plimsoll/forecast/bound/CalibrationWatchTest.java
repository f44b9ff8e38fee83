// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class CalibrationWatchTest {
    private final CalibrationWatch watch = new CalibrationWatch();
    private int time;

    @Test
    void trustsChancesThatHold() {
        pass(2_000, 0.1, i -> i % 10 == 0);
        assertThat(watch.isTrusted()).isTrue();
    }

    @Test
    void trustsNumbersThatAreTooFewLessOftenThanExpected() {
        pass(2_000, 0.5, _ -> false);
        assertThat(watch.isTrusted()).isTrue();
    }

    @Test
    void losesTrustInChancesThatAreFarTooSmallAndEarnsItBack() {
        pass(2_000, 0.01, i -> i % 5 == 0);
        assertThat(watch.isTrusted()).isFalse();
        // 0.057 of the last were too few: less than would lose trust, more than earns it back
        pass(700, 0.01, i -> i % 100 == 0);
        assertThat(watch.isTrusted()).isFalse();
        pass(1_500, 0.01, i -> i % 100 == 0);
        assertThat(watch.isTrusted()).isTrue();
    }

    @Test
    void forgivesWhatIsRare() {
        pass(2_000, 0.001, i -> i % 33 == 0);
        assertThat(watch.isTrusted()).isTrue();
    }

    @Test
    void doesNotJudgeInTheFirstHour() {
        pass(239, 0.01, _ -> true);
        assertThat(watch.isTrusted()).isTrue();
        pass(1, 0.01, _ -> true);
        assertThat(watch.isTrusted()).isFalse();
    }

    @Test
    void continuesAfterRestoreAsIfNothingHadHappened() {
        pass(700, 0.01, i -> i % 17 == 0);
        var out = new StateWriter();
        watch.save(out);
        var restored = new CalibrationWatch();
        restored.restore(new StateReader(out.toBytes()));
        var again = new StateWriter();
        restored.save(again);
        assertThat(again.toBytes()).isEqualTo(out.toBytes());
    }

    /** Chooses ten replicas for each sample; eleven are needed where they are too few. */
    private void pass(int samples, double chance, IntPredicate tooFew) {
        for (int i = 0; i < samples; i++) {
            watch.choose(time, 10, chance);
            watch.judge(time, tooFew.test(i) ? 11 : 10);
            time++;
        }
    }
}
