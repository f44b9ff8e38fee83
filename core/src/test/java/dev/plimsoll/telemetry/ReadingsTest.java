// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import static dev.plimsoll.telemetry.Signal.DEMAND;
import static dev.plimsoll.telemetry.Signal.MEAN_LATENCY;
import static dev.plimsoll.telemetry.Signal.UTILIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void aSignalThatIsNotNamedWasNeverSeen() {
        Readings readings = TestReadings.at(AT).fresh(DEMAND, 3).readings();
        assertThat(readings.of(UTILIZATION)).isEqualTo(Reading.NEVER_SEEN);
        assertThat(readings.fresh(UTILIZATION)).isEmpty();
        assertThat(readings.isFresh(UTILIZATION)).isFalse();
    }

    @Test
    void onlyAFreshReadingGivesAValueToDecideOn() {
        Readings readings =
                TestReadings.at(AT)
                        .fresh(DEMAND, 3)
                        .stale(UTILIZATION, 0.5)
                        .put(MEAN_LATENCY, new Reading.Absent(Reading.Cause.INVALID))
                        .readings();
        assertThat(readings.fresh(DEMAND)).hasValue(3);
        assertThat(readings.isFresh(DEMAND)).isTrue();
        assertThat(readings.fresh(UTILIZATION)).isEmpty();
        assertThat(readings.isFresh(UTILIZATION)).isFalse();
        assertThat(readings.fresh(MEAN_LATENCY)).isEmpty();
    }

    @Test
    void noneKnowsNothing() {
        assertThat(Arrays.stream(Signal.values()).map(Readings.NONE::of))
                .hasSize(14)
                .containsOnly(Reading.NEVER_SEEN);
    }

    @Test
    void qualityIsTheSameWhateverTheValues() {
        Readings three = TestReadings.at(AT).fresh(DEMAND, 3).readings();
        Readings four = TestReadings.at(AT.plusSeconds(15)).fresh(DEMAND, 4).readings();
        Readings old = TestReadings.at(AT).stale(DEMAND, 3).readings();
        assertThat(three.sameQuality(four)).isTrue();
        assertThat(three.sameQuality(old)).isFalse();
        assertThat(three.sameQuality(Readings.NONE)).isFalse();
        assertThat(Readings.NONE.sameQuality(three)).isFalse();
    }

    @Test
    void whatIsAbsentForAnotherCauseHasAnotherQuality() {
        Reading invalid = new Reading.Absent(Reading.Cause.INVALID);
        Readings broken = TestReadings.at(AT).put(DEMAND, invalid).readings();
        assertThat(broken.sameQuality(TestReadings.at(AT).put(DEMAND, invalid).readings()))
                .isTrue();
        assertThat(broken.sameQuality(Readings.NONE)).isFalse();
    }

    @Test
    void whatIsDoubtedForAnotherCauseHasAnotherQuality() {
        Readings frozen = doubted(Reading.Doubt.FROZEN);
        assertThat(frozen.sameQuality(doubted(Reading.Doubt.FROZEN))).isTrue();
        assertThat(frozen.sameQuality(doubted(Reading.Doubt.ZERO))).isFalse();
        assertThat(frozen.sameQuality(TestReadings.at(AT).fresh(DEMAND, 3).readings())).isFalse();
    }

    @Test
    void equalReadingsAreEqual() {
        Readings readings = TestReadings.at(AT).fresh(DEMAND, 3).readings();
        assertThat(readings)
                .isEqualTo(TestReadings.at(AT).fresh(DEMAND, 3).readings())
                .hasSameHashCodeAs(TestReadings.at(AT).fresh(DEMAND, 3).readings())
                .isNotEqualTo(TestReadings.at(AT).fresh(DEMAND, 4).readings())
                .isNotEqualTo(TestReadings.at(AT).stale(DEMAND, 3).readings())
                .isNotEqualTo("readings");
        assertThat(readings.toString()).contains("DEMAND=Fresh[value=3.0");
    }

    @Test
    void keepTheirOwnCopy() {
        Map<Signal, Reading> given = new EnumMap<>(Signal.class);
        Readings readings = Readings.of(given);
        given.put(DEMAND, new Reading.Fresh(3, AT));
        assertThat(readings.of(DEMAND)).isEqualTo(Reading.NEVER_SEEN);
    }

    @Test
    void aSnapshotHoldsEachWorkloadOnceInOrder() {
        WorkloadSnapshot web = snapshot(Workloads.WEB);
        WorkloadSnapshot work = snapshot(new WorkloadId("shop", "work"));
        assertThat(new Snapshot(AT, List.of(web, work)).workloads()).containsExactly(web, work);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Snapshot(AT, List.of(work, web)))
                .withMessage("snapshot: shop/web is not after shop/work");
        assertThatIllegalArgumentException().isThrownBy(() -> new Snapshot(AT, List.of(web, web)));
    }

    private static Readings doubted(Reading.Doubt doubt) {
        return TestReadings.at(AT).put(DEMAND, new Reading.Suspect(3, AT, doubt)).readings();
    }

    private static WorkloadSnapshot snapshot(WorkloadId id) {
        return new WorkloadSnapshot(new Inventory(id, 1, 1, 1, List.of()), Readings.NONE);
    }
}
