// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static dev.plimsoll.plan.OutlookBuilder.replicas;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fresh evidence asks for, at 10 requests/s a replica. */
class FloorTest {
    record Case(String when, OutlookBuilder outlook, double headroom, int wanted, Reason reason) {
        @Override
        public String toString() {
            return when;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("fresh demand", replicas(5).demand(31), 1, 4, Reason.DEMAND),
                new Case("with headroom", replicas(5).demand(31), 1.5, 5, Reason.DEMAND),
                new Case("no demand at all", replicas(5).demand(0), 1, 0, Reason.DEMAND),
                new Case(
                        "pushed demand, less",
                        replicas(5).demand(31).pushedDemand(11),
                        1,
                        4,
                        Reason.DEMAND),
                new Case(
                        "pushed demand, more",
                        replicas(5).demand(31).pushedDemand(51),
                        1,
                        6,
                        Reason.DEMAND),
                new Case("pushed demand alone", replicas(5).pushedDemand(51), 1, 6, Reason.DEMAND),
                new Case(
                        "old pushed demand",
                        replicas(5).demand(31).stalePushedDemand(11),
                        1,
                        4,
                        Reason.DEMAND),
                new Case("doubted, less", replicas(5).doubtedDemand(31), 1, 5, Reason.DOUBTED),
                new Case("doubted, more", replicas(5).doubtedDemand(61), 1.5, 10, Reason.DOUBTED),
                new Case("stale", replicas(5).staleDemand(90), 1, 5, Reason.NO_EVIDENCE),
                new Case("never seen", replicas(5), 1, 5, Reason.NO_EVIDENCE),
                new Case(
                        "capacity unknown",
                        replicas(5).demand(90).noCapacity(),
                        1,
                        5,
                        Reason.NO_CAPACITY));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void wants(Case example) {
        assertThat(Floor.of(example.outlook().outlook(), example.headroom()))
                .isEqualTo(new Want(example.wanted(), example.reason()));
    }

    @Test
    void isEmptyWhereItCannotBeTold() {
        assertThat(Floor.replicas(replicas(5).demand(31).outlook())).hasValue(4);
        assertThat(Floor.replicas(replicas(5).doubtedDemand(61).outlook())).hasValue(7);
        assertThat(Floor.replicas(replicas(5).staleDemand(31).outlook())).isEmpty();
        assertThat(Floor.replicas(replicas(5).demand(31).noCapacity().outlook())).isEmpty();
    }
}
