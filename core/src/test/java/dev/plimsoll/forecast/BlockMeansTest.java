// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.naive.DriftForecaster;
import dev.plimsoll.forecast.naive.NaiveForecaster;
import dev.plimsoll.model.StateReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockMeansTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new BlockMeans(new DriftForecaster(), 3);
    }

    @Test
    void theModelSeesTheMeansOfWholeBlocks() {
        Forecaster blocks = new BlockMeans(new NaiveForecaster(), 3);
        feed(blocks, 1, 2, 6, 100, 100);
        assertThat(blocks.predict(1)).isEqualTo(3);
        blocks.observe(100);
        assertThat(blocks.predict(1)).isEqualTo(100);
    }

    @Test
    void theNewestSampleIsExpectedUntilABlockIsWhole() {
        Forecaster blocks = new BlockMeans(new NaiveForecaster(), 3);
        feed(blocks, 1, 5);
        assertThat(blocks.predict(4)).isEqualTo(5);
    }

    /** A ramp of 1 a sample in blocks of 5: the drift of the means is that of the samples. */
    @ParameterizedTest
    @CsvSource({"20, 1", "20, 2", "20, 3", "20, 17", "21, 1", "23, 4", "24, 1", "24, 300"})
    void aRampGoesOnBetweenTheMiddlesOfBlocks(int samples, int steps) {
        Forecaster blocks = new BlockMeans(new DriftForecaster(), 5);
        for (int i = 1; i <= samples; i++) {
            blocks.observe(i);
        }
        assertThat(blocks.predict(steps)).isCloseTo(samples + steps, within(1e-9));
    }

    @Test
    void gapsAreLeftOutOfAMeanAndABlockOfThemIsAGap() {
        Forecaster blocks = new BlockMeans(new DriftForecaster(), 2);
        Forecaster byHand = new DriftForecaster();
        feed(blocks, 4, 6, 8);
        blocks.observeGap();
        blocks.observeGap();
        blocks.observeGap();
        feed(byHand, 5, 8);
        byHand.observeGap();
        // the next sample is three quarters of the way to the middle of the next block
        double next = byHand.predict(1);
        assertThat(blocks.predict(1)).isEqualTo(8 + 0.75 * (next - 8));
        assertThat(blocks.predict(2)).isBetween(next, byHand.predict(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void blocksOfOneChangeNothing(long seed) {
        Forecaster blocks = new BlockMeans(new DriftForecaster(), 1);
        Forecaster bare = new DriftForecaster();
        RegularSeries series = RandomSeries.withGaps(seed, 50);
        for (int i = 0; i < series.size(); i++) {
            RandomSeries.feed(blocks, series, i, i + 1);
            RandomSeries.feed(bare, series, i, i + 1);
            assertThat(blocks.predict(1)).isEqualTo(bare.predict(1));
            assertThat(blocks.predict(9)).isEqualTo(bare.predict(9));
        }
    }

    @Test
    void refusesTheStateOfOtherBlocks() {
        byte[] saved = bytes(new BlockMeans(new DriftForecaster(), 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().restore(new StateReader(saved)))
                .withMessage("state has a block of 4, these settings want 3");
    }

    private static void feed(Forecaster forecaster, double... values) {
        for (double value : values) {
            forecaster.observe(value);
        }
    }
}
