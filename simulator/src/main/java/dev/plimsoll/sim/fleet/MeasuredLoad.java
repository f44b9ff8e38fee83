// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import dev.plimsoll.sim.backtest.OpenRun;
import dev.plimsoll.sim.cluster.Sample.ReplicaSessions;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.sim.cluster.TelemetryFaults.Kind;
import dev.plimsoll.sim.cluster.Traffic;
import dev.plimsoll.telemetry.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/**
 * What the replicas of a service tell of their load, as counters that a scraper reads. While
 * readings go wrong, so does this, as it would in life: there is nothing; nothing is counted; what
 * came last comes again; half is missing; or it is three minutes old, and afterwards all that was
 * missed is there at once. Not thread-safe.
 */
final class MeasuredLoad {
    private static final long LATE_SECONDS = 180;

    private record Step(long end, LoadFigures load) {}

    private final SimulatedWorld world;
    private final Deque<Step> late = new ArrayDeque<>();
    private LoadFigures counted = LoadFigures.NONE;
    private LoadFigures last = LoadFigures.NONE;
    private boolean arrives = true;

    MeasuredLoad(SimulatedWorld world) {
        this.world = world;
    }

    /** All that has come through; empty while nothing does. */
    Optional<LoadFigures> shown() {
        return arrives ? Optional.of(counted) : Optional.empty();
    }

    /** Takes in a step that has passed. */
    void add(OpenRun.Passed passed) {
        LoadFigures load = load(passed);
        Optional<Kind> fault = world.telemetry().fault(passed.end());
        arrives = !fault.equals(Optional.of(Kind.ABSENT));
        late.addLast(new Step(passed.end(), through(load, fault)));
        arrive(fault.equals(Optional.of(Kind.LATE)) ? passed.end() - LATE_SECONDS : passed.end());
        if (fault.isEmpty()) {
            last = load;
        }
    }

    private LoadFigures through(LoadFigures load, Optional<Kind> fault) {
        return switch (fault.orElse(Kind.LATE)) {
            case ABSENT, LATE -> load;
            case ZERO -> load.zeroed();
            case HALF -> load.ofShare(0.5);
            case FROZEN -> last;
        };
    }

    private void arrive(long until) {
        while (!late.isEmpty() && late.getFirst().end() <= until) {
            counted = counted.plus(late.removeFirst().load());
        }
    }

    private LoadFigures load(OpenRun.Passed passed) {
        Traffic traffic = passed.served().traffic();
        double requests = traffic.demand() * passed.seconds();
        EnumMap<Signal, Double> counts = new EnumMap<>(Signal.class);
        counts.put(Signal.DEMAND, requests);
        counts.put(
                Signal.ERROR_RATIO,
                passed.served().ready() > 0 ? traffic.errorRatio() * requests : requests);
        counts.put(Signal.RETRIES, traffic.retries() * passed.seconds());
        counts.put(Signal.REJECTED, traffic.rejected() * passed.seconds());
        counts.keySet().removeIf(this::isHidden);
        var latency = LatencyCounts.of(passed.latencies(), traffic.latencyFactor());
        return new LoadFigures(
                counts, gauges(passed), Optional.of(latency).filter(_ -> tellsLatency()));
    }

    private EnumMap<Signal, Double> gauges(OpenRun.Passed passed) {
        EnumMap<Signal, Double> gauges = new EnumMap<>(Signal.class);
        gauges.put(Signal.UTILIZATION, passed.served().utilization());
        List<ReplicaSessions> sessions = world.service().state().sessions();
        if (!sessions.isEmpty()) {
            gauges.put(
                    Signal.SESSIONS,
                    (double) sessions.stream().mapToInt(ReplicaSessions::sessions).sum());
        }
        gauges.keySet().removeIf(this::isHidden);
        return gauges;
    }

    private boolean tellsLatency() {
        return !isHidden(Signal.TAIL_LATENCY) || !isHidden(Signal.MEAN_LATENCY);
    }

    private boolean isHidden(Signal signal) {
        return !world.telemetry().shows(signal);
    }
}
