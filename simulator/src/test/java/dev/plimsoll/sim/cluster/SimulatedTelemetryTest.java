// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.cluster.TelemetryFaults.Outage;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.ReplicaReading;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of 15 s that can be read 15 s later, in steps of 5 s. */
class SimulatedTelemetryTest {
    private static final int STEP = 5;
    private static final WorkloadId WEB = new WorkloadId("shop", "web");
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private List<Double> last = List.of();
    private SimulatedTelemetry telemetry = telemetry(TelemetryFaults.NONE);

    @Test
    void aSampleIsTheMeanOfItsInterval() {
        telemetry.record(Steps.served(10, 1, 0.3, 0.1, 0, false), 5, STEP, true);
        telemetry.record(Steps.served(20, 2, 0.6, 0.2, 0, false), 10, STEP, true);
        telemetry.record(Steps.served(60, 6, 0.9, 0.4, 0, false), 15, STEP, true);

        Sample sample = telemetry.newest(30).orElseThrow();

        assertThat(sample.end()).isEqualTo(15);
        assertThat(sample.value(Signal.DEMAND)).isCloseTo(30, within(1e-9));
        assertThat(sample.value(Signal.UTILIZATION)).isCloseTo(0.6, within(1e-9));
        assertThat(sample.value(Signal.READY_REPLICAS)).isCloseTo(3, within(1e-9));
        double ofRequests = (10 * 0.1 + 20 * 0.2 + 60 * 0.4) / 90;
        assertThat(sample.value(Signal.MEAN_LATENCY)).isCloseTo(ofRequests, within(1e-9));
    }

    @Test
    void oneIntervalKnowsNothingOfTheOther() {
        serve(0, 15, 10);
        serve(15, 30, 40);

        assertThat(demand(45)).contains(40.0);
    }

    @ParameterizedTest
    @CsvSource({"29, -1", "30, 10", "44, 10", "45, 20", "60, 30", "99, 30"})
    void aSampleCanBeReadAfterTheDelay(long now, double demand) {
        serve(0, 15, 10);
        serve(15, 30, 20);
        serve(30, 45, 30);

        assertThat(demand(now).orElse(-1.0)).isEqualTo(demand);
    }

    @Test
    void anUnfinishedIntervalHasNoSample() {
        serve(0, 10, 10);

        assertThat(demand(1000)).isEmpty();
    }

    @Test
    void anIntervalWithAnUnknownStepHasNoSample() {
        serve(0, 15, 10);
        telemetry.record(step(20), 20, STEP, true);
        telemetry.record(step(20), 25, STEP, false);
        telemetry.record(step(20), 30, STEP, true);
        assertThat(demand(45)).contains(10.0);

        serve(30, 45, 30);
        assertThat(demand(60)).contains(30.0);
    }

    @Test
    void anOutageTakesTheIntervalsThatEndInIt() {
        telemetry =
                telemetry(
                        new TelemetryFaults(
                                0, List.of(new Outage(30, 60, TelemetryFaults.Kind.ABSENT)), 1));
        serve(0, 15, 10);
        serve(15, 60, 20);

        assertThat(demand(60)).contains(10.0);
        assertThat(demand(75)).contains(20.0);
        assertThat(telemetry.newest(75).orElseThrow().end()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "0.3, 700", "1, 0"})
    void lossesComeAsOftenAsTheyAreLikely(double probability, int expected) {
        telemetry = telemetry(new TelemetryFaults(probability, List.of(), 7));

        assertThat((double) arrived()).isCloseTo(expected, within(50.0));
    }

    @Test
    void theSeedDecidesWhatIsLost() {
        TelemetryFaults seven = new TelemetryFaults(0.5, List.of(), 7);
        TelemetryFaults eight = new TelemetryFaults(0.5, List.of(), 8);

        assertThat(losses(seven)).isEqualTo(losses(seven)).isNotEqualTo(losses(eight));
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true", "60, true", "61, false"})
    void isTrustedForTheDelayAndTwoIntervals(long now, boolean trusted) {
        serve(0, 15, 10);

        assertThat(telemetry.isTrustworthy(now)).isEqualTo(trusted);
    }

    @Test
    void readingsAgeFromTheEndOfTheirInterval() {
        serve(0, 15, 10);
        Instant end = START.plusSeconds(15);

        assertThat(read(29)).isEqualTo(Readings.NONE);
        assertThat(read(60).of(Signal.DEMAND)).isEqualTo(new Reading.Fresh(10, end));
        assertThat(read(61).of(Signal.DEMAND)).isEqualTo(new Reading.Stale(10, end));
    }

    @Test
    void everySimulatedSignalIsRead() {
        serve(0, 15, 10);

        Readings readings = read(30);

        assertThat(readings.fresh(Signal.UTILIZATION)).hasValue(0.5);
        assertThat(readings.fresh(Signal.READY_REPLICAS)).hasValue(2);
        assertThat(readings.fresh(Signal.MEAN_LATENCY).orElseThrow()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void singleReplicasAreReadOnlyWhereThatIsAskedFor() {
        serve(0, 15, 10);
        assertThat(read(30).replicas()).isEmpty();

        telemetry.tellReplicas();
        Readings readings = read(30);

        assertThat(readings.replicas())
                .extracting(ReplicaReading::replica)
                .containsExactly("r0", "r1");
        assertThat(readings.replicas())
                .allMatch(replica -> replica.utilization() instanceof Reading.Fresh)
                .allMatch(replica -> replica.sessions().equals(Reading.NEVER_SEEN));
        assertThat(readings).isEqualTo(read(30)).isNotEqualTo(read(31 + 45));
    }

    @Test
    void singleReplicasGoWrongWithTheirMean() {
        assertThat(sharesIn(TelemetryFaults.Kind.ZERO)).containsExactly(0.0, 0.0);
        assertThat(sharesIn(TelemetryFaults.Kind.HALF)).hasSize(1);
        List<Double> frozen = sharesIn(TelemetryFaults.Kind.FROZEN);
        assertThat(frozen).isEqualTo(last).hasSize(2);
    }

    /** The shares of an interval that an outage took, after one that it did not. */
    private List<Double> sharesIn(TelemetryFaults.Kind kind) {
        telemetry = telemetry(new TelemetryFaults(0, List.of(new Outage(30, 60, kind)), 1));
        telemetry.tellReplicas();
        serve(0, 15, 10);
        last = shares(30);
        serve(15, 30, 20);
        return shares(45);
    }

    private List<Double> shares(long now) {
        return read(now).replicas().stream()
                .map(ReplicaReading::utilization)
                .map(Reading.Fresh.class::cast)
                .map(Reading.Fresh::value)
                .toList();
    }

    @Test
    void nothingIsKnownOfAnotherWorkload() {
        serve(0, 15, 10);

        Instant now = START.plusSeconds(30);
        assertThat(telemetry.read(new WorkloadId("shop", "db"), now)).isEqualTo(Readings.NONE);
    }

    private int arrived() {
        int arrived = 0;
        for (int interval = 0; interval < 1000; interval++) {
            long end = 15L * (interval + 1);
            serve(end - 15, end, 10);
            arrived +=
                    telemetry.newest(end + 15).filter(sample -> sample.end() == end).isPresent()
                            ? 1
                            : 0;
        }
        return arrived;
    }

    private static List<Boolean> losses(TelemetryFaults faults) {
        return java.util.stream.LongStream.range(1, 100)
                .mapToObj(i -> faults.at(i * 15).isPresent())
                .toList();
    }

    private void serve(long from, long to, double demand) {
        for (long end = from + STEP; end <= to; end += STEP) {
            telemetry.record(step(demand), end, STEP, true);
        }
    }

    private Optional<Double> demand(long now) {
        return telemetry.newest(now).map(sample -> sample.value(Signal.DEMAND));
    }

    private Readings read(long now) {
        return telemetry.read(WEB, START.plusSeconds(now));
    }

    private static ServedStep step(double demand) {
        return Steps.served(demand, 2, 0.5, 0.1, 0.2, false);
    }

    private static SimulatedTelemetry telemetry(TelemetryFaults faults) {
        return new SimulatedTelemetry(WEB, START, Cadence.DEFAULT, Visibility.USUAL.with(faults));
    }
}
