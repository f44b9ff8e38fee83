// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.capacity.Capacity.Known;
import dev.plimsoll.model.Slo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learned of a replica while requests wait that came before. */
class CapacityBacklogTest {
    private static final Slo SLO = new Slo(0.95, 0.25);
    private static final MmcStation STATION = new MmcStation(4, 0.05);

    /** Four intervals with twice what can be answered are worked off in eight with half of it. */
    @Test
    void aBacklogThatIsWorkedOffIsNoSlowness() {
        CapacityModel model = StationReadings.taught(STATION, 100);
        double before = ((Known) model.capacity()).demandPerReplica();
        model.observe(StationReadings.interval(STATION, 5, 0.7).readings());
        for (int i = 0; i < 12; i++) {
            model.observe(StationReadings.overload(STATION, 5, i < 4 ? 2 : 0.5));
        }
        assertThat(((Known) model.capacity()).demandPerReplica())
                .isCloseTo(before, within(0.001 * before));
    }

    /** Nine replicas meet 3.5 times their capacity for 90 s, and 41 that are new bring relief. */
    @ParameterizedTest(name = "answers are told: {0}")
    @ValueSource(booleans = {true, false})
    void aBacklogThatOldReplicasWorkOffForTenMinutesIsHardlySlowness(boolean told) {
        CapacityModel model = StationReadings.taught(STATION, 100);
        double before = ((Known) model.capacity()).demandPerReplica();
        var crowd = new BackloggedReplicas(STATION, 9, told);
        for (int i = 0; i < 6; i++) {
            model.observe(crowd.interval(9, 2500));
        }
        for (int i = 0; i < 60; i++) {
            model.observe(crowd.interval(50, 2500));
            assertThat(((Known) model.capacity()).demandPerReplica())
                    .as("%d intervals after the relief", i)
                    .isBetween(0.75 * before, 1.01 * before);
        }
        assertThat(crowd.backlog()).isZero();
        assertThat(((Known) model.capacity()).demandPerReplica())
                .isCloseTo(before, within(0.05 * before));
    }

    /** Few arrive, and what waits keeps nine of fifty replicas as busy as ever. */
    @Test
    void aCrowdThatIsGoneLeavesABacklogAndHardlySlowness() {
        CapacityModel model = StationReadings.taught(STATION, 100);
        double before = ((Known) model.capacity()).demandPerReplica();
        var crowd = new BackloggedReplicas(STATION, 9, true);
        for (int i = 0; i < 12; i++) {
            model.observe(crowd.interval(9, 2500));
        }
        for (int i = 0; i < 40; i++) {
            model.observe(crowd.interval(50, 600));
            assertThat(((Known) model.capacity()).demandPerReplica())
                    .as("%d intervals after the relief", i)
                    .isBetween(0.7 * before, 1.01 * before);
        }
    }

    /** Hunts slots that are first seen in a backlog, and a capacity that falls as they do. */
    @ParameterizedTest(name = "answers are told: {0}")
    @ValueSource(booleans = {true, false})
    void whoComesWhileABacklogIsWorkedOffLearnsSlotsAfterIt(boolean told) {
        var crowd = new BackloggedReplicas(STATION, 9, told);
        for (int i = 0; i < 6; i++) {
            crowd.interval(9, 2500);
        }
        CapacityModel model = new CapacityModel(SLO);
        for (int i = 0; i < 200; i++) {
            model.observe(crowd.interval(50, 2500));
            assertThat(((Known) model.capacity()).demandPerReplica())
                    .as("%d intervals after the relief", i)
                    .isBetween(35.0, 67.0);
        }
        assertThat(((Known) model.capacity()).demandPerReplica()).isCloseTo(65.2, within(1.5));
    }

    /**
     * Hunts slots that can never be learned again, as what waited was lost and is still counted.
     */
    @Test
    void whatNobodyWaitsForAnyMoreIsForgotten() {
        CapacityModel model = StationReadings.taught(STATION, 100);
        for (int i = 0; i < 6; i++) {
            model.observe(StationReadings.overload(STATION, 5, 3));
        }
        MmcStation wider = new MmcStation(6, 6 * 0.0125);
        for (int i = 0; i < 60; i++) {
            model.observe(StationReadings.interval(wider, 10, 0.6).readings());
        }
        assertThat(((Known) model.capacity()).edgeLoad())
                .as("a tenth more slots than four are four")
                .isCloseTo(STATION.edgeLoad(SLO), within(0.01));
        for (int i = 0; i < 4000; i++) {
            model.observe(StationReadings.interval(wider, 10, 0.6).readings());
        }
        assertThat(((Known) model.capacity()).edgeLoad())
                .isCloseTo(wider.edgeLoad(SLO), within(0.01));
    }
}
