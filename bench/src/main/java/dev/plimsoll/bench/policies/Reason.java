// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.score.Regret;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Why a peer's setting did better, as a sentence: how much of the difference of J is hours and how
 * much is violations, and when they came about.
 */
final class Reason {
    /** Shares of the oracle's hours below that are nothing. */
    private static final double NOTHING = 1e-9;

    private final Judged judged;
    private final Tried peer;
    private final double hours;
    private final double violations;

    private Reason(Judged judged) {
        this.judged = judged;
        this.peer = judged.peers().hindsight();
        Regret own = judged.score();
        Regret other = peer.run().scored();
        this.hours = own.relativeHours() - other.relativeHours();
        this.violations = judged.kappa() * (own.sloViolationRatio() - other.sloViolationRatio());
    }

    static String of(Judged judged) {
        return new Reason(judged).sentence();
    }

    private String sentence() {
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "J is %.3f above that of %s: hours %+.3f, violations %+.3f",
                                hours + violations,
                                peer.setting(),
                                hours,
                                violations));
        if (hours > NOTHING) {
            text.append(hoursClause());
        }
        if (violations > NOTHING) {
            text.append(violationsClause());
        }
        if (peer.regret(judged.kappa()) <= Regret.FLOOR) {
            text.append("; it is as good as the oracle, so that any regret is many times its own");
        }
        return text.append('.').toString();
    }

    private String hoursClause() {
        Map<Phase, Double> more = more(Breakdown::hours);
        Phase most = most(more);
        return String.format(
                Locale.ROOT,
                "; %.1f %% more hours, %.0f %% of the extra ones while %s",
                100 * hours / peer.run().scored().relativeHours(),
                100 * share(more, most),
                most.clause());
    }

    private String violationsClause() {
        Map<Phase, Double> more = more(Breakdown::violations);
        Phase most = most(more);
        return String.format(
                Locale.ROOT,
                "; %.3f %% of requests violated against %.3f %%, %.0f %% of the extra ones while"
                        + " %s, %s",
                100 * judged.score().sloViolationRatio(),
                100 * peer.run().scored().sloViolationRatio(),
                100 * share(more, most),
                most.clause(),
                concentration());
    }

    private String concentration() {
        Breakdown own = judged.run().breakdown();
        return own.hoursScored() <= Breakdown.WORST
                ? "all of them within %d hours".formatted(own.hoursScored())
                : String.format(
                        Locale.ROOT,
                        "%.0f %% of all violated ones in the ten worst of %d hours",
                        100 * own.worstHours(),
                        own.hoursScored());
    }

    /** By how much the own run exceeds the peer's, in the phases where it does. */
    private Map<Phase, Double> more(PhaseFigure figure) {
        Map<Phase, Double> more = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            double own = figure.of(judged.run().breakdown(), phase);
            double other = figure.of(peer.run().breakdown(), phase);
            more.put(phase, Math.max(0, own - other));
        }
        return more;
    }

    private interface PhaseFigure {
        double of(Breakdown breakdown, Phase phase);
    }

    private static Phase most(Map<Phase, Double> more) {
        ToDoubleFunction<Map.Entry<Phase, Double>> amount = Map.Entry::getValue;
        return more.entrySet().stream()
                .max(Comparator.comparingDouble(amount))
                .orElseThrow()
                .getKey();
    }

    private static double share(Map<Phase, Double> more, Phase phase) {
        double sum = more.values().stream().mapToDouble(Double::doubleValue).sum();
        return Objects.requireNonNull(more.get(phase)) / sum;
    }
}
