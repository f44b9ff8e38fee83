// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.review;
import static dev.plimsoll.guard.Rule.DRAINING;
import static dev.plimsoll.guard.Rule.ORDERED;
import static dev.plimsoll.guard.Rule.QUORUM;
import static dev.plimsoll.guard.Rule.SESSIONS;
import static dev.plimsoll.guard.Sessions.leaving;
import static dev.plimsoll.guard.Sessions.open;
import static dev.plimsoll.guard.Sessions.ready;
import static dev.plimsoll.guard.Sessions.starting;

import dev.plimsoll.model.Replica;
import dev.plimsoll.model.StateKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the replicas keep is neither lost nor broken. */
class StateRulesTest {
    private static final StateKind STICKY = new StateKind.Sessions(Duration.ofMinutes(5));

    static List<RuleCase> sessions() {
        ReviewBuilder two = sticky(4, 1).readings(open("a", 3).and("c", 1).readings());
        return List.of(
                new RuleCase(SESSIONS, "known of two of four", two, 2),
                new RuleCase(SESSIONS, "known of none", sticky(4, 1), 4),
                new RuleCase(
                        SESSIONS,
                        "known of more than are wanted",
                        sticky(4, 3).readings(open("a", 3).and("c", 1).readings()),
                        3),
                new RuleCase(SESSIONS, "scale-out is free", sticky(4, 9), 9),
                new RuleCase(SESSIONS, "no change", sticky(4, 4), 4),
                new RuleCase(SESSIONS, "take-back", sticky(4, 1).takeBack(), 4),
                new RuleCase(SESSIONS, "stateless", review(4, 1), 1),
                new RuleCase(
                        SESSIONS,
                        "ordered ones keep no sessions",
                        review(4, 1).keeps(new StateKind.Ordered(1)),
                        1));
    }

    static List<RuleCase> draining() {
        return List.of(
                new RuleCase(DRAINING, "none is leaving", drained(10, 2, 0.5, 0), 2),
                new RuleCase(DRAINING, "three of five", drained(10, 2, 0.5, 3), 8),
                new RuleCase(DRAINING, "exactly what is left", drained(10, 8, 0.5, 3), 8),
                new RuleCase(DRAINING, "all of five", drained(10, 2, 0.5, 5), 10),
                new RuleCase(DRAINING, "more than five", drained(10, 2, 0.5, 7), 10),
                new RuleCase(DRAINING, "scale-out is free", drained(10, 12, 0.5, 7), 12),
                new RuleCase(DRAINING, "take-back", drained(10, 2, 0.5, 3).takeBack(), 8));
    }

    static List<RuleCase> ordered() {
        return List.of(
                new RuleCase(ORDERED, "one at a time", volumes(5, 1, 1), 4),
                new RuleCase(ORDERED, "one", volumes(5, 4, 1), 4),
                new RuleCase(ORDERED, "not all are ready", volumes(5, 1, 1).ready(4), 5),
                new RuleCase(
                        ORDERED,
                        "one is leaving",
                        volumes(5, 1, 1).replicas(ready("a"), leaving("b")),
                        5),
                new RuleCase(ORDERED, "take-back", volumes(5, 1, 1).takeBack(), 4),
                new RuleCase(ORDERED, "scale-out is free", volumes(5, 9, 1).ready(4), 9),
                new RuleCase(ORDERED, "no change", volumes(5, 5, 1), 5),
                new RuleCase(ORDERED, "stateless", review(5, 1).ready(4), 1));
    }

    static List<RuleCase> quorum() {
        return List.of(
                new RuleCase(QUORUM, "three of five stay ready", volumes(5, 1, 1), 3),
                new RuleCase(QUORUM, "four of six", volumes(6, 1, 1), 4),
                new RuleCase(QUORUM, "four of five ready", volumes(5, 1, 1).ready(4), 4),
                new RuleCase(QUORUM, "no more than three ready", volumes(5, 1, 1).ready(3), 5),
                new RuleCase(QUORUM, "broken already", volumes(5, 1, 1).ready(1), 5),
                new RuleCase(QUORUM, "the owner asks for more", volumes(5, 1, 4), 4),
                new RuleCase(QUORUM, "the owner asks for all", volumes(5, 1, 5), 5),
                new RuleCase(QUORUM, "both of two", volumes(2, 1, 1), 2),
                new RuleCase(QUORUM, "no change", volumes(5, 5, 5).ready(1), 5),
                new RuleCase(QUORUM, "stateless", review(5, 1).ready(1), 1));
    }

    static List<RuleCase> quorumOfNewMembers() {
        return List.of(
                new RuleCase(QUORUM, "three are a majority of five", volumes(3, 9, 1), 5),
                new RuleCase(QUORUM, "as wanted", volumes(3, 4, 1), 4),
                new RuleCase(QUORUM, "two ready of three", volumes(3, 9, 1).ready(2), 3),
                new RuleCase(QUORUM, "none ready", volumes(3, 9, 1).ready(0), 3),
                new RuleCase(QUORUM, "the owner's quorum is not ready", volumes(3, 9, 3), 5),
                new RuleCase(QUORUM, "stateless", review(3, 9), 9));
    }

    @ParameterizedTest
    @MethodSource({"sessions", "draining", "ordered", "quorum", "quorumOfNewMembers"})
    void letsThrough(RuleCase example) {
        example.check();
    }

    private static ReviewBuilder sticky(int current, int target) {
        return review(current, target)
                .keeps(STICKY)
                .replicas(ready("a"), ready("b"), ready("c"), leaving("d"));
    }

    private static ReviewBuilder volumes(int current, int target, int quorum) {
        return review(current, target).keeps(new StateKind.Ordered(quorum));
    }

    /** So many are leaving, besides those asked for. */
    private static ReviewBuilder drained(int current, int target, double blast, int leaving) {
        Replica[] listed =
                IntStream.range(0, current + leaving)
                        .mapToObj(i -> i < leaving ? leaving("l" + i) : starting("s" + i))
                        .toArray(Replica[]::new);
        return review(current, target).blastRadius(blast).replicas(listed);
    }
}
