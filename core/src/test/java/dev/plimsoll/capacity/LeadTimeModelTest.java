// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTimeModelTest {
    @Test
    void believesInAMinuteBeforeItHasSeenAStart() {
        LeadTime prior = new LeadTimeModel().leadTime();
        assertThat(prior.medianSeconds()).isCloseTo(60, within(1e-9));
        assertThat(prior.logSpread()).isEqualTo(0.5);
    }

    @Test
    void thePriorIsWorthFourStarts() {
        LeadTimeModel model = new LeadTimeModel();
        model.observe(Duration.ofSeconds(60 * 32));
        // a fifth of the way from ln 60 to ln (60 · 2^5) is one doubling
        assertThat(model.leadTime().medianSeconds()).isCloseTo(120, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void learnsMedianAndSpreadOfLognormalStarts(long seed) {
        LeadTimeModel model = new LeadTimeModel();
        observe(model, seed, 2000, 40, 0.25);
        // standard errors with a hundred starts' weight: 0.25/√200 and 0.25/√400
        assertThat(model.leadTime().medianSeconds()).isCloseTo(40, within(40 * 0.07));
        assertThat(model.leadTime().logSpread()).isCloseTo(0.25, within(0.05));
    }

    @Test
    void adaptsToSlowerStarts() {
        LeadTimeModel model = new LeadTimeModel();
        observe(model, 1, 500, 40, 0.25);
        observe(model, 2, 300, 160, 0.1);
        assertThat(model.leadTime().medianSeconds()).isCloseTo(160, within(16.0));
    }

    @Test
    void theNinetyFifthPercentileFollowsFromBoth() {
        assertThat(new LeadTime(40, 0.25).p95Seconds()).isCloseTo(40 * 1.508647, within(0.001));
        assertThat(new LeadTime(40, 0).p95Seconds()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -60_000})
    void ignoresAStartThatEndedBeforeItBegan(long millis) {
        LeadTimeModel model = new LeadTimeModel();
        model.observe(Duration.ofMillis(millis));
        assertThat(bytes(model)).isEqualTo(bytes(new LeadTimeModel()));
    }

    @Test
    void learnsThatStartsTakeNoTime() {
        LeadTimeModel model = new LeadTimeModel();
        for (int i = 0; i < 500; i++) {
            model.observe(Duration.ZERO);
        }
        assertThat(model.leadTime().medianSeconds()).isCloseTo(0.1, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 200})
    void continuesExactlyAfterRestore(int starts) {
        LeadTimeModel original = new LeadTimeModel();
        observe(original, 1, starts, 40, 0.25);
        LeadTimeModel restored = new LeadTimeModel();
        StateReader state = new StateReader(bytes(original));
        restored.restore(state);
        state.end();

        assertThat(restored.leadTime()).isEqualTo(original.leadTime());
        observe(original, 2, 20, 80, 0.5);
        observe(restored, 2, 20, 80, 0.5);
        assertThat(restored.leadTime()).isEqualTo(original.leadTime());
        assertThat(bytes(restored)).isEqualTo(bytes(original));
    }

    private static void observe(
            LeadTimeModel model, long seed, int starts, double median, double spread) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < starts; i++) {
            double seconds = median * StrictMath.exp(spread * random.nextGaussian());
            model.observe(Duration.ofMillis(Math.round(seconds * 1000)));
        }
    }

    private static byte[] bytes(LeadTimeModel model) {
        StateWriter out = new StateWriter();
        model.save(out);
        return out.toBytes();
    }
}
