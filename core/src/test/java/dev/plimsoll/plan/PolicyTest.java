// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.forecast.bound.Part;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a policy is taken to ask for where it says nothing. */
class PolicyTest {
    /** A policy that only wants. */
    private record Plain() implements Policy {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public List<Signal> evidence() {
            return List.of(Signal.CPU);
        }

        @Override
        public Want want(Outlook outlook) {
            return new Want(1, Reason.FIXED);
        }
    }

    @Test
    void aPlainOneActsInCyclesAtOnceAndCarefully() {
        Policy plain = new Plain();
        Outlook outlook = OutlookBuilder.replicas(5).scaleInAfter(7).outlook();
        assertThat(plain.evidence(outlook)).containsExactly(Signal.CPU);
        assertThat(plain.lookAhead()).isEqualTo(LookAhead.NONE);
        assertThat(plain.looksAtReplicas()).isFalse();
        assertThat(plain.addsBetweenCycles()).isFalse();
        assertThat(plain.scaleInAfterPeriods(outlook)).isEqualTo(7);
        assertThat(plain.hold()).isEqualTo(Hold.LARGEST);
        assertThat(plain.scaleOutAfter()).isEqualTo(Duration.ZERO);
        assertThat(new Planner(plain).policy()).isSameAs(plain);
    }

    @Test
    void thoseThatNeverWantLessThanTheFloorMayAddUpToItBetweenCycles() {
        assertThat(new ReactivePolicy(1).addsBetweenCycles()).isTrue();
        assertThat(PredictivePolicy.DEFAULT.addsBetweenCycles()).isTrue();
        var inCycles = new LookAhead.LeastCost(LookAhead.LEAST_COST.panel(), Set.of(Part.TICK));
        assertThat(new PredictivePolicy(inCycles).addsBetweenCycles()).isFalse();
        assertThat(ThresholdPolicy.DEFAULT.addsBetweenCycles()).isFalse();
        assertThat(new StaticPolicy(3).addsBetweenCycles()).isFalse();
    }

    @Test
    void everyReasonIsASentenceOfItsOwn() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::sentence))
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).hasSizeGreaterThan(15));
    }
}
