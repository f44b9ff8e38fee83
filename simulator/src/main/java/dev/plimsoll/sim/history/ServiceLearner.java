// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Slo;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Learns one replica as a queue from the leading part of a past.
 *
 * <p>The rate at saturation follows from the busy share, and the slots from the mean latency, as
 * the live engine learns both ({@link dev.plimsoll.capacity.CapacityModel}): its beliefs over the
 * whole part are taken, and their median, so that one odd hour decides nothing. Where only the tail
 * of the latency is known the slots are those whose tail is nearest to it ({@link LatencyFit}); so
 * are both where the busy share is not known. What nothing tells is taken from what a person says,
 * or is a usual number of slots; a rate is never made up.
 */
final class ServiceLearner {
    private static final int ENOUGH = 30;

    private final FitWindows windows;
    private final Prior prior;

    private ServiceLearner(FitWindows windows, Prior prior) {
        this.windows = windows;
        this.prior = prior;
    }

    /** What the part tells, if that can meet the objective at all. */
    static LearnedService learn(FitWindows windows, Prior prior) {
        LearnedService learned = new ServiceLearner(windows, prior).learn();
        return learned instanceof LearnedService.Known known
                ? attainable(known, windows.slo())
                : learned;
    }

    private static LearnedService attainable(LearnedService.Known known, Slo slo) {
        MmcStation station = known.station();
        if (station.edgeLoad(slo) > 0) {
            return known;
        }
        return new LearnedService.Unknown(
                "even an idle replica misses %s: at %d slots a request takes %.0f ms; look at --slo%s"
                        .formatted(
                                slo,
                                station.concurrency(),
                                station.serviceSeconds() * 1000,
                                known.slots() == Origin.SEEN ? "" : " and --concurrency"));
    }

    private LearnedService learn() {
        List<Capacity.Known> beliefs = windows.beliefs();
        if (beliefs.size() >= ENOUGH) {
            return ofBusyShare(beliefs);
        }
        Optional<Signal> latency = latency();
        if (latency.isPresent() && !windows.has(Signal.UTILIZATION)) {
            return LatencyFit.alone(windows, latency.get())
                    .<LearnedService>map(ServiceLearner::seen)
                    .orElseGet(() ->
                            given(
                                    "latency hardly rises with the load of a replica: give"
                                            + " --cpu, the busy share"));
        }
        return given(
                windows.has(Signal.UTILIZATION)
                        ? "only %d windows of the leading part are at least 5 %% busy, %d are needed: take more days or a larger --warm-up"
                                .formatted(beliefs.size(), ENOUGH)
                        : "in the leading part neither busy share nor latency is known: give --cpu,"
                                + " and --latency or --mean-latency, or a larger --warm-up");
    }

    private LearnedService given(String otherwise) {
        if (prior.serviceSeconds().isEmpty()) {
            return new LearnedService.Unknown(otherwise + "; or say it with --service-time");
        }
        return new LearnedService.Known(
                new MmcStation(slots(), prior.serviceSeconds().getAsDouble()),
                Origin.GIVEN,
                slotsOrigin());
    }

    private LearnedService ofBusyShare(List<Capacity.Known> beliefs) {
        double busySeconds = median(beliefs, belief -> 1 / belief.saturationRate());
        List<Capacity.Known> queues =
                beliefs.stream().filter(belief -> belief.station().isPresent()).toList();
        if (!queues.isEmpty()) {
            int slots =
                    (int) Math.rint(median(queues, queue -> slots(queue.station().orElseThrow())));
            return seen(new MmcStation(slots, slots * busySeconds));
        }
        return LatencyFit.ofBusySeconds(windows, Signal.TAIL_LATENCY, busySeconds)
                .map(ServiceLearner::seen)
                .orElseGet(() ->
                        new LearnedService.Known(
                                new MmcStation(slots(), slots() * busySeconds),
                                Origin.SEEN,
                                slotsOrigin()));
    }

    private static LearnedService seen(MmcStation station) {
        return new LearnedService.Known(station, Origin.SEEN, Origin.SEEN);
    }

    private Optional<Signal> latency() {
        return List.of(Signal.MEAN_LATENCY, Signal.TAIL_LATENCY).stream()
                .filter(windows::has)
                .findFirst();
    }

    private int slots() {
        return prior.slots().orElse(Prior.USUAL_SLOTS);
    }

    private Origin slotsOrigin() {
        return prior.slots().isPresent() ? Origin.GIVEN : Origin.ASSUMED;
    }

    private static double slots(MmcStation station) {
        return station.concurrency();
    }

    private static double median(
            List<Capacity.Known> beliefs, ToDoubleFunction<Capacity.Known> figure) {
        double[] sorted = beliefs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
