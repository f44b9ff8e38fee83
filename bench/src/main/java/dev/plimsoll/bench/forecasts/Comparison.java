// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Our models and the peers on all courses.
 *
 * @param own the names of our models; the first is the one that the summary is about
 * @param pairs one for each model, trace and horizon; ours come first on each trace
 * @param failures of peers; there are no pairs of them
 * @param tooShort traces that allow no horizon
 */
record Comparison(
        List<String> own, List<Pair> pairs, List<Failure> failures, List<String> tooShort) {
    /** A peer that could not forecast a trace. */
    record Failure(String trace, String model, String reason) {}

    Comparison {
        own = List.copyOf(own);
        pairs = List.copyOf(pairs);
        failures = List.copyOf(failures);
        tooShort = List.copyOf(tooShort);
    }

    /** Scores our models and the peers' answers; {@code done} is called after each course. */
    static Comparison of(List<String> own, Courses courses, PeerSource peers, Runnable done)
            throws IOException {
        List<Pair> pairs = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        warmUp(own, courses.all().getFirst());
        for (Course course : courses.all()) {
            own.forEach(model -> pairs.addAll(new OwnRun(course, model).pairs()));
            for (PeerAnswer answer : peers.answers(course)) {
                switch (answer) {
                    case PeerAnswer.Answered answered -> pairs.addAll(score(course, answered));
                    case PeerAnswer.Failed(String model, String reason) ->
                            failures.add(new Failure(course.trace(), model, reason));
                }
            }
            done.run();
        }
        return new Comparison(own, pairs, failures, courses.tooShort());
    }

    /** What the compilers do at first is no part of any series' time. */
    private static void warmUp(List<String> own, Course course) {
        own.forEach(model -> new OwnRun(course, model).pairs());
    }

    private static List<Pair> score(Course course, PeerAnswer.Answered answer) {
        var accuracies =
                course.rolling()
                        .accuracy(
                                origin -> answer.forecasts().get(course.origins().indexOf(origin)),
                                course.originArray());
        return Pair.all(course, answer.model(), accuracies, new Cost(answer.cpuMicros()));
    }

    boolean isPeer(String model) {
        return !own.contains(model);
    }

    /** The model that the summary is about. */
    String main() {
        return own.getFirst();
    }

    /** How all models stand on a part of the traces. */
    List<Standing> standings(Part part) {
        return new Ranking(pairs, part).standings(this::isPeer);
    }

    /** The peer that is best on all traces; empty where none answered. */
    Optional<String> bestPeer() {
        return Ranking.bestPeer(standings(Part.ALL), this::isPeer);
    }

    /** The pooled coverage on a part of the traces. */
    List<CoverageCell> coverage(Part part) {
        return Coverage.cells(
                pairs.stream().filter(pair -> part.has(pair.course())).toList(), this::isPeer);
    }
}
