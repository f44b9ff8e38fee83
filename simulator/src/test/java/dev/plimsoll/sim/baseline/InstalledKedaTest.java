// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A replica serves 80 requests/s with all slots busy; the target is 60 % of that, 48/s. */
class InstalledKedaTest {
    private static Stage stage(int replicas) {
        return new Stage(
                replicas,
                5,
                world -> new InstalledKeda(60, 0, world.workload().limits().min())::step);
    }

    private static void sync(Stage stage, int second, double demand) {
        stage.see(second, 15, stage.served(demand, 0.05));
        stage.syncUnseeing(second);
    }

    @ParameterizedTest(name = "{0} replicas at {1}/s: {2}")
    @CsvSource({
        // ceil(720/48) = 15; 721/48 = 15.02
        "10, 720, 15",
        "10, 721, 16",
        // More than can be served counts as well: 960/s are 12 replicas' all, and need 20.
        "10, 960, 20",
        // Within 10 % of 10 × 48 nothing changes.
        "10, 528, 10",
        "10, 432, 10",
        "10, 431, 9",
        // At most twice as many.
        "10, 4000, 20",
        "10, 0, 2"
    })
    void sharesArrivalsOutAtEachSync(int replicas, double demand, int desired) {
        Stage stage = stage(replicas);
        sync(stage, 15, 480);
        assertThat(stage.desired()).isEqualTo(replicas);

        sync(stage, 30, demand);

        assertThat(stage.desired()).isEqualTo(desired);
    }

    @Test
    void replicasThatStartAreSharedOutToAsWell() {
        Stage stage = stage(10);

        sync(stage, 15, 960);
        sync(stage, 30, 960);

        assertThat(stage.ready()).isEqualTo(10);
        assertThat(stage.desired()).isEqualTo(20);
    }

    @Test
    void changesNothingWithoutAReading() {
        Stage stage = stage(10);

        for (int second = 0; second <= 600; second += 5) {
            stage.syncUnseeing(second);
        }

        assertThat(stage.desired()).isEqualTo(10);
    }

    @Test
    void keepsItsMinimumWithoutArrivals() {
        Stage stage = stage(2);

        for (int second = 15; second <= 900; second += 15) {
            sync(stage, second, 0);
        }

        assertThat(stage.desired()).isEqualTo(2);
    }
}
