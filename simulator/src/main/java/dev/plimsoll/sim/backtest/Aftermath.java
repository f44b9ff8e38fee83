// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a decision in the five minutes after it, seen in the simulator's own truth.
 *
 * @param readyAfter how long it took until as many replicas were ready as were asked for
 * @param tailBefore latency in seconds at the objective's quantile when it was decided
 * @param tailAfter the same five minutes later
 * @param violated for how long the objective was violated meanwhile
 */
public record Aftermath(
        Optional<Duration> readyAfter, double tailBefore, double tailAfter, Duration violated) {
    static final Duration WATCHED = Duration.ofMinutes(5);

    /** Of the moments from the decision on. */
    static Aftermath of(List<Moment> moments) {
        Moment first = moments.getFirst();
        Moment last = moments.getLast();
        long violated = moments.stream().filter(moment -> moment.served().violated()).count();
        Duration step =
                moments.size() > 1
                        ? Duration.between(first.at(), moments.get(1).at())
                        : Duration.ZERO;
        return new Aftermath(
                readyAfter(moments),
                first.served().tailLatencySeconds(),
                last.served().tailLatencySeconds(),
                step.multipliedBy(violated));
    }

    /** As a person reads it. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        readyAfter.ifPresent(time ->
                sentences.add(
                        "what was asked for was ready after %d s".formatted(time.toSeconds())));
        sentences.add(
                String.format(
                        Locale.ROOT,
                        "tail latency went from %.3f s to %.3f s in the five minutes after",
                        tailBefore,
                        tailAfter));
        sentences.add(
                violated.isZero()
                        ? "the objective held"
                        : "the objective was violated for %d s meanwhile"
                                .formatted(violated.toSeconds()));
        return sentences;
    }

    private static Optional<Duration> readyAfter(List<Moment> moments) {
        Optional<Integer> wanted =
                moments.getFirst().decisions().stream()
                        .filter(decision -> decision.verdict() instanceof Verdict.Approved)
                        .map(decision -> ((Verdict.Approved) decision.verdict()).action().action())
                        .map(action -> (Action.Scale) action)
                        .filter(scale -> scale.to() > scale.from())
                        .map(Action.Scale::to)
                        .findFirst();
        return wanted.flatMap(replicas ->
                moments.stream()
                        .filter(moment -> moment.served().ready() == replicas)
                        .map(moment -> Duration.between(moments.getFirst().at(), moment.at()))
                        .findFirst());
    }
}
