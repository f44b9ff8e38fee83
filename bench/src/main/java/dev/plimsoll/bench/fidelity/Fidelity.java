// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.bench.fidelity.Comparison.Run;
import dev.plimsoll.bench.fidelity.Findings.Aside;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole comparison: two equal runs on real parts, what chance alone could do, the simulated
 * run, and beside them what the simulator does not model. Not thread-safe.
 */
final class Fidelity {
    private static final int RUNS = 2;
    private static final int WARM_UP_SECONDS = 20;
    private static final int IDLE_SECONDS = 10;
    private static final int LEAST_SECONDS = 4;

    private final Settings settings;
    private final Setup setup;
    private final Profile profile;
    private final Profile beside;

    Fidelity(Settings settings) {
        this.settings = settings;
        this.setup = settings.setup();
        this.profile = settings.profile();
        this.beside = Profile.beside(settings.scale());
    }

    /** Seconds that the real parts are under load. */
    int seconds() {
        int asides = beside.seconds() * besides().size();
        return RUNS * profile.seconds() + asides + warmUpSeconds() + idleSeconds();
    }

    /** Measures and simulates; {@code tick} is called for every second under load. */
    Findings run(Runnable tick) throws IOException, InterruptedException {
        Path _ = Proxy.program();
        try (Processes processes = new Processes();
                Laboratory laboratory = new Laboratory(setup, processes, tick)) {
            return run(laboratory);
        }
    }

    private Findings run(Laboratory laboratory) throws IOException, InterruptedException {
        laboratory.warmUp(warmUpSeconds());
        double overhead = laboratory.overheadSeconds(idleSeconds());
        List<Run> runs = new ArrayList<>();
        List<Conditions> conditions = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Recording recording =
                    laboratory.run(
                            profile, ServiceLaw.EXPONENTIAL, Balance.RANDOM, settings.seed());
            Recording ideal = Replay.of(profile, setup, recording, overhead);
            runs.add(
                    new Run(
                            RecordedOutcome.of(profile, setup, recording),
                            RecordedOutcome.of(profile, setup, ideal)));
            conditions.add(Conditions.of(recording, setup.servers() + 1));
        }
        List<Aside> asides = asides(laboratory, overhead);
        return new Findings(
                settings, Surroundings.here(overhead), compare(runs, overhead), conditions, asides);
    }

    private Comparison compare(List<Run> runs, double overhead) {
        return new Comparison(
                profile,
                runs,
                SimulatedOutcome.of(profile, setup, overhead),
                Chance.of(profile, setup, ServiceLaw.EXPONENTIAL),
                settings.allowsForChance());
    }

    private List<Aside> asides(Laboratory laboratory, double overhead)
            throws IOException, InterruptedException {
        Outcome simulated = SimulatedOutcome.of(beside, setup, overhead);
        List<Aside> asides = new ArrayList<>();
        for (Beside what : besides()) {
            Recording recording = laboratory.run(beside, what.law, what.balance, settings.seed());
            Outcome measured = RecordedOutcome.of(beside, setup, recording);
            asides.add(new Aside(what.title, beside, measured, simulated));
        }
        return asides;
    }

    /** The short form has no time for them. */
    private List<Beside> besides() {
        return settings.isShort() ? List.of() : List.of(Beside.values());
    }

    private int warmUpSeconds() {
        return scaled(WARM_UP_SECONDS);
    }

    private int idleSeconds() {
        return scaled(IDLE_SECONDS);
    }

    private int scaled(int seconds) {
        return Math.max(LEAST_SECONDS, (int) (seconds * Math.min(1, settings.scale())));
    }

    /** What the simulator does not model, and as their control what it does. */
    private enum Beside {
        RANDOM("balance random", ServiceLaw.EXPONENTIAL, Balance.RANDOM),
        DETERMINISTIC("deterministic service", ServiceLaw.DETERMINISTIC, Balance.RANDOM),
        ROUND_ROBIN("balance roundrobin", ServiceLaw.EXPONENTIAL, Balance.ROUND_ROBIN),
        LEAST_CONNECTIONS("balance leastconn", ServiceLaw.EXPONENTIAL, Balance.LEAST_CONNECTIONS);

        private final String title;
        private final ServiceLaw law;
        private final Balance balance;

        Beside(String title, ServiceLaw law, Balance balance) {
            this.title = title;
            this.law = law;
            this.balance = balance;
        }
    }
}
