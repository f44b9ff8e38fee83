// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.score.Regret;
import dev.plimsoll.sim.workload.Interpolation;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of every trace.
 *
 * @param own the policies that are judged, each at every price of {@link Regret#KAPPAS}
 * @param pushed the interval in which demand is pushed besides; one that is no multiple of the
 *     usual step makes the step a second
 */
record Inquiry(
        List<Duration> leadTimes,
        List<Interpolation> interpolations,
        int peakReplicas,
        Optional<Duration> pushed,
        List<PolicySpec> own) {
    private static final long STEP_SECONDS = 5;

    Inquiry {
        leadTimes = List.copyOf(leadTimes);
        interpolations = List.copyOf(interpolations);
        own = List.copyOf(own);
    }

    /** Every case of a trace. */
    List<CaseFile> cases(TraceFile trace) {
        return names(trace.trace().name())
                .map(name -> new CaseFile(name, trace, settings(name)))
                .toList();
    }

    private Stream<CaseName> names(String trace) {
        return interpolations.stream()
                .flatMap(interpolation ->
                        leadTimes.stream()
                                .map(leadTime -> new CaseName(trace, leadTime, interpolation)));
    }

    /** Who is replayed on every case; the own policies, which take longest, first. */
    List<Entrant> entrants() {
        List<Entrant> entrants = new ArrayList<>();
        for (PolicySpec policy : own) {
            Regret.KAPPAS.forEach(kappa -> entrants.add(new Entrant.Own(policy, kappa)));
        }
        entrants.addAll(Entrant.peers());
        return entrants;
    }

    /** What all entrants of a case share. */
    BacktestSettings settings(CaseName name) {
        BacktestSettings usual = BacktestSettings.defaults(name.leadTime().toMillis() / 1000.0);
        int step = stepSeconds();
        var replay = usual.replay();
        return new BacktestSettings(
                new ServiceModel(
                        usual.service().station(),
                        usual.service().slo(),
                        step,
                        ServiceModel.DEFAULT_DRAIN_SECONDS),
                new Cadence(
                        BacktestSettings.cycle(step),
                        usual.cadence().metricsInterval(),
                        usual.cadence().metricsDelay()),
                usual.startUp(),
                new BacktestSettings.Scale.PeakReplicas(peakReplicas),
                usual.limits(),
                new BacktestSettings.Replay(
                        name.interpolation(),
                        replay.warmUp(),
                        replay.maxDays(),
                        replay.start(),
                        replay.seed()),
                usual.prices(),
                pushed);
    }

    /** Every setting by the name of its option; where cases differ, with commas between values. */
    Map<String, String> byOption() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        names("")
                .flatMap(name -> settings(name).byOption().entrySet().stream())
                .forEach(option ->
                        values.computeIfAbsent(option.getKey(), _ -> new LinkedHashSet<>())
                                .add(option.getValue()));
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach((option, all) -> options.put(option, String.join(",", all)));
        options.put("violation-cost", joined(Regret.KAPPAS));
        options.put("policy", joined(own));
        return options;
    }

    /** A step in which whole seconds are pushed. */
    private int stepSeconds() {
        BigInteger usual = BigInteger.valueOf(STEP_SECONDS);
        return pushed.map(every -> BigInteger.valueOf(every.toSeconds()).gcd(usual))
                .orElse(usual)
                .intValueExact();
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
