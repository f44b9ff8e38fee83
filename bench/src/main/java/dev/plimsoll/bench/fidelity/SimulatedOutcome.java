// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.bench.fidelity.Outcome.Latencies;
import dev.plimsoll.model.Slo;
import dev.plimsoll.sim.cluster.LatencyTally;
import dev.plimsoll.sim.cluster.LeadTimeDraws;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.cluster.SimulatedService;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The product's simulator under a profile, in steps of a second, with a tally for each. It is given
 * the nominal rates, not what happened to arrive, and knows nothing of what was measured but a
 * constant that the way to a server and back adds to every latency.
 *
 * <p>How many requests are in the system as a second ends follows from the tallies: of those that
 * arrived in an earlier second, the share that takes longer than their age.
 */
final class SimulatedOutcome {
    private static final int DRAIN_SECONDS = 120;
    private static final int HALVINGS = 40;
    private static final double GONE = 1e-6;

    /** Parts of a second, each with an age of its own. */
    private static final int PARTS = 5;

    /** The same for the second that ends, most of whose requests are gone. */
    private static final int FINE_PARTS = 100;

    private final Profile profile;
    private final Setup setup;
    private final double overheadSeconds;
    private final List<LatencyTally> tallies = new ArrayList<>();

    private SimulatedOutcome(Profile profile, Setup setup, double overheadSeconds) {
        this.profile = profile;
        this.setup = setup;
        this.overheadSeconds = overheadSeconds;
    }

    static Outcome of(Profile profile, Setup setup, double overheadSeconds) {
        SimulatedOutcome simulated = new SimulatedOutcome(profile, setup, overheadSeconds);
        simulated.run();
        return new Outcome(profile, setup, simulated.latencies(), simulated.seconds());
    }

    private void run() {
        Slo slo = new Slo(0.95, 5 * setup.station().serviceSeconds());
        ServiceModel model = new ServiceModel(setup.station(), slo, 1, DRAIN_SECONDS);
        LeadTimeDraws startUp = new LeadTimeDraws(profile.startUpSeconds(), 0, 1, "fidelity");
        SimulatedService service = new SimulatedService(model, startUp, setup.servers());
        for (Phase phase : profile.phases()) {
            run(service, phase);
        }
    }

    private void run(SimulatedService service, Phase phase) {
        for (int second = 0; second < phase.seconds(); second++) {
            service.beginStep(tallies.size());
            if (second == 0) {
                apply(phase.change(), service);
            }
            LatencyTally tally = new LatencyTally(setup.station());
            service.serve(setup.rate(phase.load()), tally);
            tallies.add(tally);
        }
    }

    private static void apply(Change change, SimulatedService service) {
        switch (change) {
            case NONE -> {}
            case ADDED -> service.scaleTo(service.desired() + 1);
            case DRAINED -> service.scaleTo(service.desired() - 1);
            case CRASHED -> service.crash(1);
        }
    }

    private List<Latencies> latencies() {
        return IntStream.range(0, profile.phases().size())
                .mapToObj(phase -> tallies.subList(profile.begin(phase), profile.end(phase)))
                .map(this::latencies)
                .toList();
    }

    private Latencies latencies(List<LatencyTally> phase) {
        double answered = phase.stream().mapToDouble(LatencyTally::answered).sum();
        double sum = phase.stream().mapToDouble(t -> t.answered() * t.meanSeconds()).sum();
        return new Latencies(
                1000 * (sum / answered + overheadSeconds),
                1000 * (quantile(phase, 0.95) + overheadSeconds),
                1000 * (quantile(phase, 0.99) + overheadSeconds));
    }

    /** Over several seconds, by bisection: a tally knows the tail of its own only. */
    private double quantile(List<LatencyTally> phase, double share) {
        double answered = phase.stream().mapToDouble(LatencyTally::answered).sum();
        double low = 0;
        double high = phase.stream().mapToDouble(t -> t.quantileSeconds(share)).max().orElseThrow();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean below = slower(phase, middle) > (1 - share) * answered;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return high;
    }

    private static double slower(List<LatencyTally> phase, double seconds) {
        return phase.stream().mapToDouble(t -> t.answered() * t.exceedance(seconds)).sum();
    }

    private List<Second> seconds() {
        List<Second> seconds = new ArrayList<>();
        for (int second = 0; second < tallies.size(); second++) {
            double mean = tallies.get(second).meanSeconds() + overheadSeconds;
            seconds.add(new Second(OptionalDouble.of(1000 * mean), inSystem(second)));
        }
        return seconds;
    }

    /** First come, first served: what came before those that are all gone is gone too. */
    private double inSystem(int end) {
        double inSystem = 0;
        double left = Double.POSITIVE_INFINITY;
        for (int second = end; second >= 0 && left > GONE; second--) {
            left = left(tallies.get(second), end - second);
            inSystem += left;
        }
        return inSystem;
    }

    /** How many of a tally are still there at the end of the second that is so many later. */
    private double left(LatencyTally tally, int later) {
        int parts = later == 0 ? FINE_PARTS : PARTS;
        double shares = 0;
        for (int part = 0; part < parts; part++) {
            shares += tally.exceedance(later + (part + 0.5) / parts - overheadSeconds);
        }
        return tally.answered() * shares / parts;
    }
}
