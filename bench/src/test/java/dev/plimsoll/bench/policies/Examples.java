// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.score.Regret;
import dev.plimsoll.sim.workload.Interpolation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small cases, worked out by hand. */
final class Examples {
    static final PolicySpec PREDICTIVE = PolicySpec.parse("predictive");
    static final Inquiry INQUIRY =
            new Inquiry(
                    List.of(Duration.ofSeconds(40), Duration.ofSeconds(180)),
                    List.of(Interpolation.ROUGH),
                    50,
                    Optional.empty(),
                    List.of(PREDICTIVE));

    private Examples() {}

    static CaseName name(String trace) {
        return new CaseName(trace, Duration.ofSeconds(40), Interpolation.ROUGH);
    }

    static Entrant peer(String setting) {
        return new Entrant.Peer(PolicySpec.parse(setting));
    }

    static Entrant.Own own(int kappa) {
        return new Entrant.Own(PREDICTIVE, kappa);
    }

    /** A breakdown with the same in every phase, over 100 hours. */
    static Breakdown breakdown(double hours, double violations) {
        return new Breakdown(
                phases(hours, hours, hours, hours),
                phases(violations, violations, violations, violations),
                0.5,
                100);
    }

    static Map<Phase, Double> phases(double lull, double falling, double steady, double rising) {
        Map<Phase, Double> phases = new EnumMap<>(Phase.class);
        phases.put(Phase.LULL, lull);
        phases.put(Phase.FALLING, falling);
        phases.put(Phase.STEADY, steady);
        phases.put(Phase.RISING, rising);
        return phases;
    }

    /** A run that did the same on the leading part. */
    static Replayed run(double hours, double violations) {
        Regret both = new Regret(hours, violations);
        return run(both, both);
    }

    static Replayed run(Regret leading, Regret scored) {
        Breakdown breakdown = breakdown(scored.relativeHours() / 4, scored.sloViolationRatio() / 4);
        return new Replayed(leading, scored, 100 * scored.relativeHours(), breakdown);
    }

    /** The own policy has a regret of 0.3 at every price; the best peers, in hindsight, of 0.4. */
    static CaseRuns runs(String trace) {
        return runs(trace, 1.3);
    }

    static CaseRuns runs(String trace, double ownHours) {
        Map<Entrant, Replayed> runs = new LinkedHashMap<>();
        Regret.KAPPAS.forEach(kappa -> runs.put(own(kappa), run(ownHours, 0)));
        runs.put(
                peer("hpa:target=60:stabilization=300s"),
                run(new Regret(1.5, 0), new Regret(1.4, 0)));
        runs.put(
                peer("keda:target=70:stabilization=300s"),
                run(new Regret(1.2, 0), new Regret(1.8, 0)));
        runs.put(peer("kpa:target=70"), run(new Regret(2, 0), new Regret(1.25, 0)));
        runs.put(Entrant.AT_PEAK, run(3, 0));
        return new CaseRuns(name(trace), runs);
    }
}
