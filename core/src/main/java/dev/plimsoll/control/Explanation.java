// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A decision in sentences: what was seen, what was wanted, what was proposed and which numbers lost
 * to it, each rule that bound, and the verdict. Immutable.
 *
 * @param evidence what was seen, known and expected, a sentence each
 * @param wanted by the policy alone
 * @param proposed by the plan, by a look between two cycles, or to take a change back
 * @param lost the numbers that were considered and not chosen
 * @param rules of the guard that bound, in the order in which they did
 */
public record Explanation(
        List<String> evidence,
        String wanted,
        String proposed,
        List<String> lost,
        List<String> rules,
        String verdict) {

    public Explanation {
        evidence = List.copyOf(evidence);
        lost = List.copyOf(lost);
        rules = List.copyOf(rules);
    }

    public static Explanation of(DecisionRecord decision) {
        Proposal proposal = decision.proposal();
        return new Explanation(
                evidence(decision.outlook()),
                "%s wants %s: %s"
                        .formatted(
                                proposal.purpose() == Purpose.TAKE_BACK
                                        ? "the policy"
                                        : proposal.policy(),
                                VerdictText.replicas(decision.want().replicas()),
                                decision.want().reason().sentence()),
                "%s %s: %s"
                        .formatted(
                                source(proposal),
                                VerdictText.replicas(proposal.target()),
                                proposal.reason().sentence()),
                proposal.alternatives().stream()
                        .map(lost ->
                                "not %s: %s"
                                        .formatted(
                                                VerdictText.replicas(lost.replicas()),
                                                lost.reason().sentence()))
                        .toList(),
                decision.verdict().clamps().stream().map(Explanation::rule).toList(),
                VerdictText.of(decision));
    }

    /** All of it, in the order in which it was decided. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>(evidence);
        sentences.add(wanted);
        sentences.add(proposed);
        sentences.addAll(lost);
        sentences.addAll(rules);
        sentences.add(verdict);
        return sentences;
    }

    private static String source(Proposal proposal) {
        return switch (proposal.purpose()) {
            case PLAN -> "the plan proposes";
            case TICK -> "a look between two cycles proposes";
            case TAKE_BACK -> "to take back the last change,";
        };
    }

    private static List<String> evidence(Outlook outlook) {
        List<String> sentences = new ArrayList<>();
        var inventory = outlook.snapshot().inventory();
        sentences.add(
                "%s asked for, %d ready"
                        .formatted(VerdictText.replicas(inventory.desired()), inventory.ready()));
        for (Signal signal : Signal.values()) {
            Reading reading = outlook.snapshot().readings().of(signal);
            if (!reading.equals(Reading.NEVER_SEEN)) {
                sentences.add(signal.label() + " " + reading(reading, signal.unit(), outlook));
            }
        }
        sentences.add(capacity(outlook));
        switch (outlook.bound()) {
            case DemandBound.None _ -> {}
            case DemandBound.Expected expected -> sentences.add(expected(expected, outlook));
            case DemandBound.Upper bound -> sentences.addAll(bound(bound, outlook));
        }
        return sentences;
    }

    private static String expected(DemandBound.Expected expected, Outlook outlook) {
        return String.format(
                Locale.ROOT,
                "%s expects at most %.1f/s within %s of the newest reading",
                expected.forecaster(),
                expected.demand(),
                samples(expected.samplesAhead(), outlook));
    }

    private static List<String> bound(DemandBound.Upper bound, Outlook outlook) {
        DemandBound.Expected expected = bound.expected();
        return List.of(
                "forecasts, %s first of all, expect %s %s after the newest reading, when an order"
                                .formatted(
                                        expected.forecaster(),
                                        demand(expected.demand(), outlook),
                                        samples(expected.samplesAhead(), outlook))
                        + " of now is ready",
                margin(bound, outlook),
                switch (bound.trust()) {
                    case KEPT -> "they are held for " + samples(bound.holdSamples(), outlook);
                    case NO_SKILL ->
                            "this is not acted on, as the forecasts err much more than the last"
                                    + " value does";
                    case NO_CALIBRATION ->
                            "this is not acted on, as demand exceeded such bounds far more often"
                                    + " than their chances said";
                });
    }

    private static String margin(DemandBound.Upper bound, Outlook outlook) {
        DemandBound.Odds odds = bound.odds();
        return "it may be more: replicas for %s are worth their price, as too few would cost %s"
                        .formatted(demand(bound.upper(), outlook), number(odds.violationCost()))
                + " times what is needed, and demand is above even that with a chance of "
                + percent(odds.missChance());
    }

    /** A demand, and how many replicas that is. */
    private static String demand(double perSecond, Outlook outlook) {
        String rate = String.format(Locale.ROOT, "%.1f/s", perSecond);
        return outlook.capacity() instanceof Capacity.Known known
                ? "%s (%s)".formatted(rate, VerdictText.replicas(known.replicasFor(perSecond)))
                : rate;
    }

    private static String samples(int count, Outlook outlook) {
        Duration interval = outlook.workload().cadence().metricsInterval();
        return interval.multipliedBy(count).toSeconds() + " s";
    }

    private static String percent(double share) {
        if (share < 0.0001) {
            return "less than 0.01 %";
        }
        return String.format(Locale.ROOT, share < 0.1 ? "%.2g %%" : "%.0f %%", 100 * share);
    }

    private static String reading(Reading reading, String unit, Outlook outlook) {
        return switch (reading) {
            case Reading.Fresh(double value, var at) ->
                    number(value) + unit + ", " + age(at, outlook) + " old";
            case Reading.Stale(double value, var at) ->
                    number(value)
                            + unit
                            + ", "
                            + age(at, outlook)
                            + " old: too old to take anything away";
            case Reading.Suspect(double value, var at, var doubt) ->
                    "%s%s, %s old: doubted, %s"
                            .formatted(number(value), unit, age(at, outlook), doubt.sentence());
            case Reading.Absent(var cause) -> "absent: " + cause.sentence();
        };
    }

    private static String capacity(Outlook outlook) {
        return switch (outlook.capacity()) {
            case Capacity.Unknown _ -> "what one replica carries is not known yet";
            case Capacity.Known known ->
                    String.format(
                            Locale.ROOT,
                            "one replica carries %.1f/s within the objective; a new one takes about"
                                    + " %.0f s",
                            known.demandPerReplica(),
                            outlook.leadTime().medianSeconds());
        };
    }

    private static String rule(Clamp clamp) {
        return "%d wanted, %d by %s: %s"
                .formatted(clamp.before(), clamp.after(), clamp.rule(), clamp.rule().sentence());
    }

    private static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String age(Instant at, Outlook outlook) {
        return Math.max(0, Duration.between(at, outlook.at()).toSeconds()) + " s";
    }
}
