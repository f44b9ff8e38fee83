// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Four slots at a target of 70 %: 2.8 requests in flight a replica. */
class InstalledKpaTest {
    private static Stage shared(int replicas) {
        return new Stage(replicas, 5, world -> InstalledKpa.onSharedMetrics(70, world)::step);
    }

    private static Stage own(int replicas, int stepSeconds) {
        return new Stage(replicas, stepSeconds, world -> InstalledKpa.onItsOwn(70, world)::step);
    }

    @Test
    void holdsWhatIsInFlightAtItsTarget() {
        Stage stage = shared(10);

        // A fresh autoscaler with more than one ready pod panics, and only adds, for a window.
        for (int second = 15; second <= 120; second += 15) {
            stage.see(second, 15, stage.served(280, 0.05)); // 14 in flight: 5 replicas
            stage.syncUnseeing(second);
        }

        assertThat(stage.desired()).isEqualTo(5);
    }

    @Test
    void aBurstPanicsOnTheShortWindow() {
        Stage stage = shared(10);
        for (int second = 15; second <= 120; second += 15) {
            stage.see(second, 15, stage.served(500, 0.05)); // 25 in flight: 9 replicas
            stage.syncUnseeing(second);
        }
        assertThat(stage.desired()).isEqualTo(9);

        // 80 in flight are 29 replicas: more than twice the 9 that are ready.
        stage.see(135, 15, stage.served(1600, 0.05));
        stage.syncUnseeing(135);

        assertThat(stage.desired()).isEqualTo(29);
    }

    @Test
    void decidesNothingWhileNothingWasScraped() {
        Stage stage = shared(10);

        for (int second = 0; second <= 600; second += 5) {
            stage.syncUnseeing(second);
        }

        assertThat(stage.desired()).isEqualTo(10);
    }

    @Test
    void onItsOwnItSeesTheLastSecond() {
        Stage stage = own(10, 1);
        for (int second = 1; second <= 120; second++) {
            stage.see(second, 1, stage.served(500, 0.05));
            stage.syncUnseeing(second);
        }
        assertThat(stage.desired()).isEqualTo(9);

        // Six seconds fill the panic window: 80 in flight are 29 replicas.
        for (int second = 121; second <= 126; second++) {
            stage.see(second, 1, stage.served(1600, 0.05));
            stage.syncUnseeing(second);
        }

        assertThat(stage.desired()).isEqualTo(29);
    }

    @Test
    void onItsOwnItNeedsStepsOfASecond() {
        assertThatThrownBy(() -> own(10, 5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "--step: seconds '5': kpa-native scrapes every second; give --step 1s, or"
                                + " step: 1s in a scenario");
    }
}
