// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import static dev.plimsoll.telemetry.Signal.DEMAND;
import static dev.plimsoll.telemetry.Signal.ERROR_RATIO;
import static dev.plimsoll.telemetry.Signal.GOODPUT;
import static dev.plimsoll.telemetry.Signal.MEAN_LATENCY;
import static dev.plimsoll.telemetry.Signal.READY_REPLICAS;
import static dev.plimsoll.telemetry.Signal.UTILIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.capacity.Capacity.Basis;
import dev.plimsoll.capacity.Capacity.Known;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityModelTest {
    private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");
    private static final Slo SLO = new Slo(0.95, 0.25);
    private static final MmcStation STATION = new MmcStation(4, 0.05);

    @Test
    void knowsNothingBeforeItHasSeenAnything() {
        assertThat(new CapacityModel(SLO).capacity()).isEqualTo(Capacity.UNKNOWN);
    }

    @Test
    void standsOnThePriorEdgeUntilLatencyIsSeen() {
        CapacityModel model = new CapacityModel(SLO);
        model.observe(
                StationReadings.interval(STATION, 5, 0.5)
                        .put(MEAN_LATENCY, Reading.NEVER_SEEN)
                        .readings());
        assertPrior(model);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void learnsSlotsServiceTimeAndEdgeAtRandomLoads(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MmcStation station = new MmcStation(random.nextInt(1, 17), random.nextDouble(0.01, 5));
        Slo slo = new Slo(0.95, 5 * station.serviceSeconds());
        CapacityModel model = new CapacityModel(slo);
        for (int i = 0; i < 400; i++) {
            double load = random.nextDouble(0.06, 0.85);
            model.observe(
                    StationReadings.interval(station, random.nextInt(1, 30), load).readings());
        }

        Known known = (Known) model.capacity();
        double edge = station.edgeLoad(slo);
        assertThat(known.basis()).isEqualTo(Basis.LEARNED);
        assertThat(known.edgeLoad()).isCloseTo(edge, within(0.01));
        assertThat(known.demandPerReplica())
                .isCloseTo(
                        edge * station.saturationRate(), within(0.01 * station.saturationRate()));
        StateReader state = new StateReader(bytes(model));
        assertThat(1 / state.getDouble())
                .isCloseTo(station.saturationRate(), within(1e-6 * station.saturationRate()));
        assertThat(state.getDouble())
                .isCloseTo(station.concurrency(), within(0.02 * station.concurrency()));
        assertThat(state.getInt()).isEqualTo(station.concurrency());
    }

    /** Idle replicas have a p95 of 300 ms, or of 246 ms and 250 ms when they are 2 % busy. */
    @ParameterizedTest
    @CsvSource({"4, 0.1", "1, 0.082"})
    void standsOnThePriorEdgeWhereNoReplicaMeetsTheSlo(int slots, double serviceSeconds) {
        MmcStation slow = new MmcStation(slots, serviceSeconds);
        CapacityModel model = StationReadings.taught(slow, 1);
        Known known = (Known) model.capacity();
        assertThat(known.basis()).isEqualTo(Basis.UNATTAINABLE);
        assertThat(known.edgeLoad()).isEqualTo(0.6);
        assertThat(known.demandPerReplica()).isCloseTo(0.6 * slow.saturationRate(), within(1e-9));
    }

    @Test
    void takesABacklogForABacklog() {
        CapacityModel model = StationReadings.taught(STATION, 100);
        double before = ((Known) model.capacity()).demandPerReplica();
        for (int i = 0; i < 12; i++) {
            var drained = StationReadings.interval(STATION, 5, 0.6);
            model.observe(drained.put(MEAN_LATENCY, new Reading.Fresh(8, AT)).readings());
        }
        assertThat(((Known) model.capacity()).demandPerReplica())
                .isCloseTo(before, within(0.1 * before));
    }

    @Test
    void forgetsThatItFirstSawABacklog() {
        CapacityModel model = new CapacityModel(SLO);
        var first = StationReadings.interval(STATION, 5, 0.6);
        model.observe(first.put(MEAN_LATENCY, new Reading.Fresh(0.5, AT)).readings());
        for (int i = 0; i < 60; i++) {
            model.observe(StationReadings.interval(STATION, 5, 0.6).readings());
        }
        assertThat(((Known) model.capacity()).edgeLoad())
                .isCloseTo(STATION.edgeLoad(SLO), within(0.001));
    }

    @Test
    void learnsAgainWhenReplicasBecomeFaster() {
        CapacityModel model = StationReadings.taught(STATION, 100);
        MmcStation faster = new MmcStation(4, 0.025);
        for (int i = 0; i < 100; i++) {
            model.observe(StationReadings.interval(faster, 5, 0.5).readings());
        }
        Known known = (Known) model.capacity();
        assertThat(known.edgeLoad()).isCloseTo(faster.edgeLoad(SLO), within(0.01));
        assertThat(known.demandPerReplica()).isCloseTo(160 * faster.edgeLoad(SLO), within(1.0));
    }

    @Test
    void learnsFromAWorkloadThatWasNeverSeenButSaturated() {
        CapacityModel model = new CapacityModel(SLO);
        model.observe(StationReadings.overload(STATION, 5, 1.5));
        Known known = (Known) model.capacity();
        assertThat(known.basis()).isEqualTo(Basis.PRIOR);
        assertThat(known.replicasFor(1.5 * 5 * STATION.saturationRate()))
                .as("more than the 5 that are saturated")
                .isEqualTo(9);
    }

    /** Of 70 % busy replicas that take half as long again: each has 5 % more than it can answer. */
    @Test
    void learnsThatReplicasBecameSlowerEvenWhereThatSaturatesThem() {
        CapacityModel model = StationReadings.taught(STATION, 100);
        model.observe(StationReadings.interval(STATION, 5, 0.7).readings());
        MmcStation slower = new MmcStation(4, 0.075);
        for (int i = 0; i < 40; i++) {
            model.observe(StationReadings.overload(slower, 5, 1.05));
        }
        Known known = (Known) model.capacity();
        assertThat(known.demandPerReplica() / known.edgeLoad())
                .as("at saturation")
                .isBetween(slower.saturationRate(), 1.06 * slower.saturationRate());
        assertThat(known.edgeLoad())
                .as("until they are not saturated any more")
                .isCloseTo(STATION.edgeLoad(SLO), within(0.01));
        for (int i = 0; i < 60; i++) {
            model.observe(StationReadings.interval(slower, 8, 0.7).readings());
        }
        assertThat(((Known) model.capacity()).edgeLoad())
                .isCloseTo(slower.edgeLoad(SLO), within(0.02));
    }

    @Test
    void learnsAtOnceFromWhatSaturatedReplicasAnswer() {
        CapacityModel model = new CapacityModel(SLO);
        model.observe(answering(0.96 * 400, 0.04, AT));
        assertPrior(model);
    }

    static List<Useless> uselessAnswers() {
        return List.of(
                new Useless("of another interval", answering(400, 0, AT.plusSeconds(15))),
                new Useless("without its errors", answering(400, Double.NaN, AT)),
                new Useless("zero", answering(0, 0.5, AT)),
                new Useless("all errors", answering(400, 1, AT)));
    }

    @ParameterizedTest
    @MethodSource("uselessAnswers")
    void takesWhatArrivesWhereTheAnswersAre(Useless useless) {
        CapacityModel model = new CapacityModel(SLO);
        model.observe(useless.readings());
        assertThat(((Known) model.capacity()).demandPerReplica()).isCloseTo(1.5 * 48, within(1e-9));
    }

    /** Five saturated replicas at which half as many requests again arrive. */
    private static Readings answering(double goodput, double errors, Instant answeredAt) {
        Reading errorRatio =
                Double.isNaN(errors) ? Reading.NEVER_SEEN : new Reading.Fresh(errors, answeredAt);
        return StationReadings.overload(STATION, 5, 1.5)
                .with(GOODPUT, new Reading.Fresh(goodput, answeredAt))
                .with(ERROR_RATIO, errorRatio);
    }

    @Test
    void saturationDoesNotRaiseWhatAReplicaCarries() {
        CapacityModel model = StationReadings.taught(STATION, 100);
        Capacity before = model.capacity();
        for (int i = 0; i < 40; i++) {
            model.observe(StationReadings.overload(STATION, 5, 2));
        }
        assertThat(model.capacity()).isEqualTo(before);
    }

    record Useless(String why, Readings readings) {
        @Override
        public String toString() {
            return why;
        }
    }

    static List<Useless> useless() {
        MmcStation other = new MmcStation(1, 1);
        Reading later = new Reading.Fresh(0.5, AT.plusSeconds(15));
        return List.of(
                new Useless("nothing", Readings.NONE),
                new Useless(
                        "stale load",
                        StationReadings.interval(other, 5, 0.5).stale(UTILIZATION, 0.5).readings()),
                new Useless(
                        "stale demand",
                        StationReadings.interval(other, 5, 0.5).stale(DEMAND, 2.5).readings()),
                new Useless(
                        "stale replicas",
                        StationReadings.interval(other, 5, 0.5)
                                .stale(READY_REPLICAS, 5)
                                .readings()),
                new Useless("load of another interval", with(other, UTILIZATION, later)),
                new Useless("demand of another interval", with(other, DEMAND, later)),
                new Useless("replicas of another interval", with(other, READY_REPLICAS, later)),
                new Useless(
                        "below 5 % busy", StationReadings.interval(other, 5, 0.0499).readings()),
                new Useless("no demand", with(other, DEMAND, new Reading.Fresh(0, AT))),
                new Useless("no replica", with(other, READY_REPLICAS, new Reading.Fresh(0, AT))),
                new Useless(
                        "no demand to speak of",
                        with(other, DEMAND, new Reading.Fresh(Double.MIN_VALUE, AT))),
                new Useless(
                        "more demand than there is",
                        StationReadings.interval(other, 5, 0.5)
                                .fresh(READY_REPLICAS, 1e-300)
                                .fresh(DEMAND, Double.MAX_VALUE)
                                .readings()));
    }

    private static Readings with(MmcStation station, Signal signal, Reading reading) {
        return StationReadings.interval(station, 5, 0.5).put(signal, reading).readings();
    }

    @ParameterizedTest
    @MethodSource("useless")
    void learnsNothingFrom(Useless useless) {
        CapacityModel model = StationReadings.taught(STATION, 20);
        byte[] before = bytes(model);
        Capacity known = model.capacity();
        model.observe(useless.readings());
        assertThat(bytes(model)).isEqualTo(before);
        assertThat(model.capacity()).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.90})
    void learnsAtTheEndsOfTheUsableLoads(double load) {
        CapacityModel model = new CapacityModel(SLO);
        model.observe(StationReadings.interval(STATION, 5, load).readings());
        assertThat(model.capacity()).isInstanceOf(Known.class);
    }

    static List<Useless> uselessLatencies() {
        Reading later = new Reading.Fresh(1, AT.plusSeconds(15));
        return List.of(
                new Useless("stale", with(STATION, MEAN_LATENCY, new Reading.Stale(1, AT))),
                new Useless("of another interval", with(STATION, MEAN_LATENCY, later)),
                new Useless("zero", with(STATION, MEAN_LATENCY, new Reading.Fresh(0, AT))));
    }

    @ParameterizedTest
    @MethodSource("uselessLatencies")
    void learnsTheRateButNoServiceTimeFromALatencyThatIs(Useless useless) {
        CapacityModel model = new CapacityModel(SLO);
        model.observe(useless.readings());
        assertPrior(model);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 60})
    void continuesExactlyAfterRestore(int intervals) {
        CapacityModel original = StationReadings.taught(STATION, intervals);
        CapacityModel restored = new CapacityModel(SLO);
        StateReader state = new StateReader(bytes(original));
        restored.restore(state);
        state.end();

        assertThat(restored.capacity()).isEqualTo(original.capacity());
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 30; i++) {
            double load = random.nextDouble(0.1, 1.4);
            Readings readings =
                    load > 0.9
                            ? StationReadings.overload(STATION, 3, load)
                            : StationReadings.interval(STATION, 3, load).readings();
            original.observe(readings);
            restored.observe(readings);
            assertThat(restored.capacity()).isEqualTo(original.capacity());
        }
        assertThat(bytes(restored)).isEqualTo(bytes(original));
    }

    /** 80 requests/s at saturation, 60 % of them by prior. */
    private static void assertPrior(CapacityModel model) {
        Known known = (Known) model.capacity();
        assertThat(known.basis()).isEqualTo(Basis.PRIOR);
        assertThat(known.edgeLoad()).isEqualTo(0.6);
        assertThat(known.demandPerReplica()).isCloseTo(48, within(1e-9));
    }

    private static byte[] bytes(CapacityModel model) {
        StateWriter out = new StateWriter();
        model.save(out);
        return out.toBytes();
    }
}
