// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.RandomSeries;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelfFittingEnsembleTest {
    private static SelfFittingEnsemble ensemble() {
        return new SelfFittingEnsemble(EnsembleSettings.of(Duration.ofMinutes(30), 12));
    }

    @Test
    void findsACycleThatNobodyNamed() {
        SelfFittingEnsemble ensemble = ensemble();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 40 * 17; i++) {
            double rhythm = 50 * StrictMath.sin(2 * Math.PI * i / 17);
            ensemble.observe(100 + rhythm + random.nextGaussian());
        }
        assertThat(ensemble.shares(8).getFirst().expert()).startsWith("cycle");
        assertThat(ensemble.trust(1)).isInstanceOf(Trust.Earned.class);
    }

    @Test
    void gapsBeforeTheFirstSampleAreNoHistory() {
        SelfFittingEnsemble late = ensemble();
        late.observeGap();
        late.observe(3);
        SelfFittingEnsemble prompt = ensemble();
        prompt.observe(3);
        assertThat(bytes(late)).isEqualTo(bytes(prompt));
    }

    @Test
    void continuesExactlyAfterRestore() {
        double[] values = new double[900];
        Arrays.setAll(values, i -> 100 + 50 * StrictMath.sin(2 * Math.PI * i / 17) + i % 3);
        RegularSeries series = new RegularSeries(values, new BitSet());
        SelfFittingEnsemble original = ensemble();
        RandomSeries.feed(original, series, 0, 700);
        SelfFittingEnsemble restored = ensemble();
        StateReader state = new StateReader(bytes(original));
        restored.restore(state);
        state.end();
        RandomSeries.feed(original, series, 700, 900);
        RandomSeries.feed(restored, series, 700, 900);
        assertThat(bytes(restored)).isEqualTo(bytes(original));
        assertThat(original.shares(8).getFirst().expert()).startsWith("cycle");
        assertThat(restored.forecast(12)).isEqualTo(original.forecast(12));
    }

    private static byte[] bytes(SelfFittingEnsemble ensemble) {
        StateWriter out = new StateWriter();
        ensemble.save(out);
        return out.toBytes();
    }
}
