// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person may have taken back; a replica carries 10 requests/s. */
class ReversalTest {
    private static final List<Signal> EVIDENCE = List.of(Signal.UTILIZATION);

    private final Reversal reversal = new Reversal();

    @ParameterizedTest
    @CsvSource({
        "4, 7, 7, 0, 4, ASKED",
        "7, 4, 4, 0, 7, ASKED",
        "4, 7, 7, 6, 6, DEMAND",
        "4, 7, 7, 9, 7, DEMAND",
        "7, 4, 4, 9, 7, ASKED",
        "4, 7, 8, 0, 8, NOTHING_STANDS",
        "4, 7, 4, 0, 4, NOTHING_STANDS"
    })
    void leadsBackAsFarAsDemandAllows(
            int from, int to, int current, int needed, int target, Reason reason) {
        reversal.carriedOut(new Action.Scale(Workloads.WEB, from, to));
        Proposal proposal = reversal.proposal(outlook(current, needed), EVIDENCE);
        assertThat(proposal.target()).isEqualTo(target);
        assertThat(proposal.reason()).isEqualTo(reason);
        assertThat(proposal.purpose()).isEqualTo(Purpose.TAKE_BACK);
        assertThat(Reversal.isAskedFor(proposal)).isTrue();
    }

    @Test
    void theNewestChangeIsTheLast() {
        reversal.carriedOut(new Action.Scale(Workloads.WEB, 4, 7));
        reversal.carriedOut(new Action.Scale(Workloads.WEB, 7, 9));
        assertThat(reversal.proposal(outlook(9, 0), EVIDENCE).target()).isEqualTo(7);
        assertThat(reversal.proposal(outlook(9, 0), EVIDENCE).evidence()).isEqualTo(EVIDENCE);
    }

    @Test
    void whatWasAskedForIsNamedWhereDemandForbidsIt() {
        reversal.carriedOut(new Action.Scale(Workloads.WEB, 4, 7));
        assertThat(reversal.proposal(outlook(7, 6), EVIDENCE).alternatives())
                .containsExactly(new Proposal.Alternative(4, Reason.ASKED));
    }

    @Test
    void withoutAChangeNothingIsTakenBack() {
        Proposal proposal = reversal.proposal(outlook(7, 0), EVIDENCE);
        assertThat(proposal.target()).isEqualTo(7);
        assertThat(proposal.reason()).isEqualTo(Reason.NOTHING_STANDS);
    }

    @Test
    void isCarriedToAnotherHost() {
        byte[] none = bytes(reversal);
        reversal.carriedOut(new Action.Scale(Workloads.WEB, 4, 7));
        Reversal other = new Reversal();
        other.restore(new StateReader(bytes(reversal)));
        assertThat(other.proposal(outlook(7, 0), EVIDENCE))
                .isEqualTo(reversal.proposal(outlook(7, 0), EVIDENCE));
        other.restore(new StateReader(none));
        assertThat(bytes(other)).isEqualTo(none);
    }

    private static Outlook outlook(int current, int needed) {
        return OutlookBuilder.replicas(current).demand(10.0 * needed).outlook();
    }

    private static byte[] bytes(Reversal reversal) {
        StateWriter out = new StateWriter();
        reversal.save(out);
        return out.toBytes();
    }
}
