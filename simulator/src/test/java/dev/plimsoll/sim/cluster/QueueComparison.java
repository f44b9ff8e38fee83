// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.model.Slo;
import dev.plimsoll.sim.cluster.RequestSimulation.Added;
import dev.plimsoll.sim.cluster.RequestSimulation.Crashed;
import dev.plimsoll.sim.cluster.RequestSimulation.Drained;
import dev.plimsoll.sim.cluster.RequestSimulation.Fleet;
import dev.plimsoll.sim.cluster.RequestSimulation.Stretch;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The same demand on the same replicas, four slots each, once in the product's model and once
 * request by request. Both start empty. Loads are shares of what the first replicas can serve.
 */
final class QueueComparison {
    private static final int SLOTS = 4;
    private static final int STEP = 5;
    private static final int WINDOW = 30;
    private static final int LEAD_TIME = 30;
    private static final long SEED = 1;

    /** A load for a while. */
    record Phase(int seconds, double load) {}

    /** The same change of the replicas on both sides. */
    record Change(int second, Consumer<SimulatedService> toModel, UnaryOperator<Fleet> toJudge) {
        /** New replicas become ready. */
        static Change added(int second, int replicas) {
            return new Change(
                    second - LEAD_TIME,
                    service -> service.scaleTo(service.desired() + replicas),
                    fleet -> each(fleet, replicas, _ -> new Added(second)));
        }

        static Change drained(int second, int replicas) {
            return new Change(
                    second,
                    service -> service.scaleTo(service.desired() - replicas),
                    fleet -> each(fleet, replicas, i -> new Drained(second, i)));
        }

        /** Replicas crash, and new ones take their place when the lead time is over. */
        static Change crashed(int second, int replicas) {
            return new Change(
                    second,
                    service -> service.crash(replicas),
                    fleet ->
                            each(
                                    each(fleet, replicas, i -> new Crashed(second, i)),
                                    replicas,
                                    _ -> new Added(second + LEAD_TIME)));
        }

        private static Fleet each(
                Fleet fleet, int replicas, IntFunction<RequestSimulation.Change> change) {
            Fleet changed = fleet;
            for (int i = 0; i < replicas; i++) {
                changed = changed.with(change.apply(i));
            }
            return changed;
        }
    }

    private record Both(RequestSimulation.Listener one, RequestSimulation.Listener other)
            implements RequestSimulation.Listener {
        @Override
        public void served(int replica, double arrival, double start, double end) {
            one.served(replica, arrival, start, end);
            other.served(replica, arrival, start, end);
        }

        @Override
        public void lost(double arrival, double waitedUntil) {
            one.lost(arrival, waitedUntil);
            other.lost(arrival, waitedUntil);
        }
    }

    private final int replicas;
    private final MmcStation station;
    private final LatencyTally[] modelled;
    private final double[] modelledWaiting;
    private final LatencyWindows judged;
    private final LatencyWindows judgedSteps;

    QueueComparison(int replicas, double serviceSeconds, List<Phase> phases, Change... changes) {
        int seconds = phases.stream().mapToInt(Phase::seconds).sum();
        this.replicas = replicas;
        this.station = new MmcStation(SLOTS, serviceSeconds);
        this.modelled = new LatencyTally[seconds / WINDOW];
        this.modelledWaiting = new double[seconds / STEP];
        this.judged = new LatencyWindows(LatencyWindows.every(WINDOW, seconds / WINDOW));
        this.judgedSteps = new LatencyWindows(LatencyWindows.every(STEP, seconds / STEP));
        Arrays.setAll(modelled, _ -> new LatencyTally(station));
        model(phases, changes);
        judge(phases, changes);
    }

    int windows() {
        return modelled.length;
    }

    LatencyTally modelled(int window) {
        return modelled[window];
    }

    LatencyWindows.Window judged(int window) {
        return judged.window(window);
    }

    /** Error of the model's p95 in a window, in percent of the judge's. */
    double p95Error(int window) {
        return 100 * (modelled(window).quantileSeconds(0.95) / judged(window).quantile(0.95) - 1);
    }

    /** Error of the model's mean latency in a window, in percent of the judge's. */
    double meanError(int window) {
        return 100 * (modelled(window).meanSeconds() / judged(window).mean() - 1);
    }

    /**
     * From when, in seconds after {@code from}, no more than one request waits at a replica beyond
     * those that do just before {@code overload}.
     */
    double modelledDrain(int overload, int from) {
        return drain(overload, from, step -> modelledWaiting[step]) + STEP / 2.0;
    }

    double judgedDrain(int overload, int from) {
        return drain(overload, from, step -> judgedSteps.waitingAtEnd(step) / (double) replicas)
                + STEP;
    }

    private static double drain(int overload, int from, IntToDoubleFunction waiting) {
        int first = overload / STEP / 2;
        double usual =
                IntStream.range(first, overload / STEP)
                        .mapToDouble(waiting)
                        .average()
                        .orElseThrow();
        int step = from / STEP;
        while (waiting.applyAsDouble(step) - usual > 1) {
            step++;
        }
        double before = waiting.applyAsDouble(step - 1);
        double within = (before - usual - 1) / (before - waiting.applyAsDouble(step));
        return (step - 1 + within) * STEP - from;
    }

    private void model(List<Phase> phases, Change... changes) {
        Slo slo = new Slo(0.95, 5 * station.serviceSeconds());
        ServiceModel model = new ServiceModel(station, slo, STEP, LEAD_TIME);
        LeadTimeDraws leadTimes = new LeadTimeDraws(LEAD_TIME, 0, SEED, "queue");
        SimulatedService service = new SimulatedService(model, leadTimes, replicas);
        int step = 0;
        for (Phase phase : phases) {
            for (int end = step + phase.seconds() / STEP; step < end; step++) {
                int second = step * STEP;
                service.beginStep(second);
                for (Change change : changes) {
                    if (change.second() == second) {
                        change.toModel().accept(service);
                    }
                }
                LatencyTally tally = modelled[second / WINDOW];
                double wait = service.serve(rate(phase), tally).meanLatencySeconds();
                modelledWaiting[step] =
                        (wait - station.serviceSeconds()) * station.saturationRate();
            }
        }
    }

    private void judge(List<Phase> phases, Change... changes) {
        Fleet fleet = Fleet.of(replicas, SLOTS, station.serviceSeconds());
        for (Change change : changes) {
            fleet = change.toJudge().apply(fleet);
        }
        List<Stretch> demand =
                phases.stream().map(phase -> new Stretch(phase.seconds(), rate(phase))).toList();
        fleet.run(demand, SEED, new Both(judged, judgedSteps));
    }

    private double rate(Phase phase) {
        return phase.load() * replicas * station.saturationRate();
    }
}
