// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Syncs every 15 s; a reading is seen as soon as its 15 s are over; replicas take 40 s. */
class InstalledHpaTest {
    private static Stage stage(int replicas, InstalledHpa autoscaler) {
        return new Stage(replicas, 5, _ -> autoscaler::step);
    }

    /** The first recommendation is the present number, so only the second sync can take away. */
    @ParameterizedTest(name = "{0} replicas at {1} of {2} %: {3}")
    @CsvSource({
        // ceil(10 × 90/60) = 15, ceil(10 × 67/60) = ceil(11.17) = 12
        "10, 0.90, 60, 15",
        "10, 0.67, 60, 12",
        // Within 10 % of the target, both ends included, nothing changes.
        "10, 0.66, 60, 10",
        "10, 0.60, 60, 10",
        "10, 0.54, 60, 10",
        // ceil(10 × 53/60) = ceil(8.83) = 9
        "10, 0.53, 60, 9",
        "10, 0.10, 60, 2",
        // A percentage is cut off: 99/60 × 10 = 16.5, not 99.9/60 × 10 = 16.65; 69/60 is 1.15.
        "10, 0.999, 60, 17",
        "20, 0.699, 60, 23",
        // The ceiling is taken of a double, as there: 21 × 45/35 is 27, and gives 28.
        "21, 0.45, 35, 28",
        // At most twice as many, or four.
        "2, 1.00, 10, 4",
        "3, 1.00, 10, 6",
        "10, 1.00, 10, 20",
        // Never outside the limits.
        "60, 1.00, 40, 100",
        "10, 0.00, 60, 2"
    })
    void followsTheRatioOfUtilizationToTarget(
            int replicas, double utilization, int target, int desired) {
        Stage stage = stage(replicas, new InstalledHpa(target, 0));

        stage.syncAt(15, (double) target / 100);
        assertThat(stage.desired()).isEqualTo(replicas);

        stage.syncAt(30, utilization);
        assertThat(stage.desired()).isEqualTo(desired);
    }

    @Test
    void theFirstRecommendationIsThePresentNumber() {
        Stage stage = stage(10, new InstalledHpa(60, 60));

        for (int second = 15; second <= 75; second += 15) {
            stage.syncAt(second, 0.30);
            assertThat(stage.desired()).as("at %d s", second).isEqualTo(10);
        }
        stage.syncAt(90, 0.30);
        assertThat(stage.desired()).isEqualTo(5);
    }

    @Test
    void theFirstRecommendationHoldsEvenForAWindowOfNoLength() {
        Stage stage = stage(10, new InstalledHpa(60, 0));

        stage.syncAt(15, 0.30);
        assertThat(stage.desired()).isEqualTo(10);
        stage.syncAt(30, 0.30);
        assertThat(stage.desired()).isEqualTo(5);
    }

    @Test
    void aSyncThatFailsRecordsNoRecommendation() {
        Stage stage = stage(10, new InstalledHpa(60, 60));

        stage.syncAt(15, 0.60);
        stage.syncUnseeing(30);
        stage.syncUnseeing(45);
        stage.syncUnseeing(60); // the reading of second 15 is too old now
        stage.syncUnseeing(75);
        stage.syncAt(90, 0.30);
        stage.syncAt(105, 0.30);
        assertThat(stage.desired()).isEqualTo(10); // of second 45
        stage.syncAt(120, 0.30);
        assertThat(stage.desired()).isEqualTo(5);
    }

    @Test
    void theLargestRecommendationOfTheWindowHolds() {
        Stage stage = stage(10, new InstalledHpa(60, 60));

        stage.syncAt(15, 0.60);
        stage.syncAt(30, 0.50); // 9
        stage.syncAt(45, 0.42); // 7
        stage.syncAt(60, 0.48); // 8
        stage.syncAt(75, 0.30); // 5, and the 10 of second 15 is exactly a window old
        assertThat(stage.desired()).isEqualTo(10);
        stage.syncAt(90, 0.30);
        assertThat(stage.desired()).isEqualTo(9);
    }

    @Test
    void stabilizationDoesNotHoldBackAScaleUp() {
        Stage stage = stage(10, new InstalledHpa(60, 300));

        stage.syncAt(15, 0.90);

        assertThat(stage.desired()).isEqualTo(15);
    }

    @Test
    void startingReplicasCountAsIdleOnTheWayUp() {
        Stage stage = stage(10, new InstalledHpa(60, 0));

        stage.syncAt(15, 0.90);
        assertThat(stage.desired()).isEqualTo(15);
        // 90 % of 10 ready are 60 % of 15: as it should be.
        stage.syncAt(30, 0.90);
        assertThat(stage.desired()).isEqualTo(15);
        // 100 % of 10 are 66 % of 15, which is within the tolerance (66.7 % would not be).
        stage.syncAt(45, 1.00);
        assertThat(stage.desired()).isEqualTo(15);
    }

    @Test
    void asksForMoreWhileReplicasStartIfEvenAllOfThemAreTooFew() {
        Stage stage = stage(10, new InstalledHpa(60, 0));

        stage.syncAt(15, 0.70);
        assertThat(stage.desired()).isEqualTo(12);
        // 100 % of 10 are 83 % of 12; ceil(12 × 83/60) = ceil(16.6) = 17.
        stage.syncAt(30, 1.00);
        assertThat(stage.desired()).isEqualTo(17);
    }

    @Test
    void changesNothingWhereTheStartingReplicasTurnTheDirection() {
        Stage stage = stage(10, new InstalledHpa(60, 0));

        stage.syncAt(15, 1.00);
        assertThat(stage.desired()).isEqualTo(17);
        // 70 % of 10 ready are 41 % of 17: less than the target, though 70 % is more.
        stage.syncAt(30, 0.70);
        assertThat(stage.desired()).isEqualTo(17);
    }

    @Test
    void onTheWayDownStartingReplicasDoNotCount() {
        Stage stage = stage(10, new InstalledHpa(60, 0));

        stage.syncAt(15, 0.90);
        stage.syncAt(30, 0.30);

        assertThat(stage.desired()).isEqualTo(5);
    }

    @Test
    void changesNothingWithoutAReading() {
        Stage stage = stage(10, new InstalledHpa(60, 0));

        stage.syncUnseeing(0);
        stage.syncUnseeing(15);

        assertThat(stage.desired()).isEqualTo(10);
    }

    @Test
    void changesNothingOnceTheReadingIsOld() {
        Stage stage = stage(10, new InstalledHpa(60, 0));

        stage.syncAt(15, 0.60);
        stage.syncAt(30, 0.60);
        stage.seeOnly(45, 0.30);
        stage.syncUnseeing(90);
        assertThat(stage.desired()).isEqualTo(10);

        stage.syncAt(105, 0.30);
        assertThat(stage.desired()).isEqualTo(5);
    }

    @Test
    void aReplicaThatHasJustBecomeReadyCountsOnceAWholeIntervalShowsIt() {
        Stage stage = stage(10, new InstalledHpa(60, 0));

        stage.syncAt(15, 0.90);
        stage.syncAt(30, 0.80);
        stage.syncAt(45, 0.80);
        assertThat(stage.desired()).isEqualTo(15);
        // Ready at 55: the reading of 45 to 60 is not wholly of it; 90 % of 10 are 60 % of 15.
        stage.syncAt(60, 0.90);
        assertThat(stage.desired()).isEqualTo(15);
        // The reading of 60 to 75 is: 15 × 90/60 = 22.5.
        stage.syncAt(75, 0.90);
        assertThat(stage.desired()).isEqualTo(23);
    }
}
