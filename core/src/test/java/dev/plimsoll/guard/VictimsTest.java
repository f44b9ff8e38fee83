// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.NOW;
import static dev.plimsoll.guard.ReviewBuilder.review;
import static dev.plimsoll.guard.Sessions.leaving;
import static dev.plimsoll.guard.Sessions.open;
import static dev.plimsoll.guard.Sessions.ready;
import static dev.plimsoll.guard.Sessions.starting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.telemetry.Reading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which replicas leave. */
class VictimsTest {
    private static final StateKind STICKY = new StateKind.Sessions(Duration.ofMinutes(5));
    private static final StateKind VOLUMES = new StateKind.Ordered(1);

    private final ReviewBuilder five =
            review(5, 1)
                    .keeps(STICKY)
                    .replicas(ready("a"), ready("b"), ready("c"), ready("d"), ready("e"));

    @Test
    void thoseWithTheFewestSessionsLeaveFirst() {
        Sessions sessions = open("a", 7).and("b", 2).and("c", 9).and("d", 0).and("e", 3);
        assertThat(Victims.choose(3, five.readings(sessions.readings()).build()))
                .containsExactly("d", "b", "e");
    }

    @Test
    void amongEqualsTheNameDecides() {
        Sessions sessions = open("e", 1).and("c", 1).and("a", 1).and("b", 1).and("d", 1);
        assertThat(Victims.choose(2, five.readings(sessions.readings()).build()))
                .containsExactly("a", "b");
    }

    @Test
    void whatSessionsAreNotFreshlyKnownOfMayNotLeave() {
        Sessions sessions =
                open("a", 7).and("b", new Reading.Stale(0, NOW)).and("c", Reading.NEVER_SEEN);
        Review review = five.readings(sessions.and("e", 9).readings()).build();
        assertThat(Victims.candidates(review)).containsExactly("a", "e");
        assertThat(Victims.choose(2, review)).containsExactly("a", "e");
    }

    @Test
    void whereTooFewMayLeaveThePlatformChooses() {
        Review review = five.readings(open("a", 7).readings()).build();
        assertThat(Victims.choose(2, review)).isEmpty();
    }

    @Test
    void aStartingReplicaHasNothingToLoseAndALeavingOneIsGone() {
        Review review =
                review(3, 1)
                        .keeps(STICKY)
                        .replicas(ready("a"), leaving("b"), starting("c"), ready("d"))
                        .readings(open("a", 1).and("b", 0).and("c", 5).and("d", 2).readings())
                        .build();
        assertThat(Victims.candidates(review)).containsExactly("c", "a", "d");
    }

    @Test
    void sessionsOfAReplicaThatIsNotListedSayNothing() {
        Review review = review(1, 0).keeps(STICKY).readings(open("x", 0).readings()).build();
        assertThat(Victims.candidates(review)).isEmpty();
    }

    @Test
    void ofOrderedReplicasTheNewestThatStayLeave() {
        Review review =
                review(4, 2)
                        .keeps(VOLUMES)
                        .replicas(ready("a"), ready("b"), starting("c"), leaving("d"))
                        .build();
        assertThat(Victims.choose(1, review)).containsExactly("c");
        assertThat(Victims.choose(3, review)).containsExactly("a", "b", "c");
        assertThat(Victims.choose(4, review)).isEmpty();
    }

    @Test
    void ofStatelessReplicasThePlatformChooses() {
        Review review = five.keeps(StateKind.STATELESS).readings(open("a", 0).readings()).build();
        assertThat(Victims.choose(1, review)).isEmpty();
    }

    @Test
    void theApprovedActionNamesThem() {
        Sessions sessions = open("a", 7).and("b", 2).and("c", 9).and("d", 0).and("e", 3);
        var verdict = new Guard().review(five.readings(sessions.readings()).build());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Approved.class,
                        approved ->
                                assertThat(approved.action().action())
                                        .isEqualTo(
                                                new Action.Scale(
                                                        Workloads.WEB,
                                                        5,
                                                        1,
                                                        List.of("d", "b", "e", "a"))));
    }
}
