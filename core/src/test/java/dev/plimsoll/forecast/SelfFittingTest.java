// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.forecast.naive.NaiveForecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfFittingTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new SelfFitting(new Witness(), 20, 5);
    }

    @Test
    void refitsAtPowersOfTwoAndThenOnItsRota() {
        Witness witness = new Witness();
        SelfFitting forecaster = new SelfFitting(witness, 40, 10);
        List<Integer> fits = new ArrayList<>();
        for (int i = 1; i <= 70; i++) {
            int before = witness.histories.size();
            forecaster.observe(i);
            if (witness.histories.size() > before) {
                fits.add(i);
            }
        }
        assertThat(fits).containsExactly(8, 16, 32, 40, 50, 60, 70);
        assertThat(forecaster.name()).isEqualTo("naive");
    }

    @Test
    void fitsToTheLastWindowWithItsGaps() {
        Witness witness = new Witness();
        SelfFitting forecaster = new SelfFitting(witness, 8, 1);
        forecaster.observeGap();
        for (int i = 1; i <= 9; i++) {
            forecaster.observe(i);
            if (i == 7) {
                forecaster.observeGap();
            }
        }
        assertThat(witness.histories).containsExactly("2 3 4 5 6 7 - 8", "3 4 5 6 7 - 8 9");
    }

    @Test
    void gapsDoNotBringAFitForward() {
        Witness witness = new Witness();
        SelfFitting forecaster = new SelfFitting(witness, 8, 1);
        for (int i = 0; i < 30; i++) {
            forecaster.observe(i);
            forecaster.observeGap();
            forecaster.observeGap();
        }
        assertThat(witness.histories).hasSize(30 - 8 + 1);
        assertThat(witness.histories.getLast()).isEqualTo("- 27 - - 28 - - 29");
    }

    @Test
    void keepsARotaOnlyForSensibleWindows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SelfFitting(new Witness(), 7, 1))
                .withMessage("window is 7, must be at least 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SelfFitting(new Witness(), 8, 0))
                .withMessageContaining("every");
    }

    @Test
    void refusesStateOfAnotherWindow() {
        byte[] state = bytes(new SelfFitting(new Witness(), 9, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().restore(new StateReader(state)))
                .withMessage("state has an array of 9, these settings want 20");
    }

    /** A naive forecaster that writes down what it was fitted to. */
    private static final class Witness implements FittedForecaster {
        private final NaiveForecaster naive = new NaiveForecaster();
        private final List<String> histories = new ArrayList<>();

        @Override
        public void fit(RegularSeries history) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < history.size(); i++) {
                text.append(history.isPresent(i) ? "%.0f ".formatted(history.at(i)) : "- ");
            }
            histories.add(text.toString().strip());
        }

        @Override
        public String name() {
            return naive.name();
        }

        @Override
        public void observe(double value) {
            naive.observe(value);
        }

        @Override
        public void observeGap() {
            naive.observeGap();
        }

        @Override
        public double predict(int steps) {
            return naive.predict(steps);
        }

        @Override
        public void save(StateWriter out) {
            naive.save(out);
        }

        @Override
        public void restore(StateReader in) {
            naive.restore(in);
        }
    }
}
