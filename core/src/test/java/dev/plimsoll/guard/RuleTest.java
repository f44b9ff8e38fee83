// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The rules as a list; each has examples in the test of its subject. */
class RuleTest {
    @Test
    void standInTheOrderInWhichTheyAreApplied() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::name).collect(joining(" ")))
                .isEqualTo(
                        "PRECONDITION BY_HAND TAKEN_BACK REVERTED"
                                + " EVIDENCE_ABSENT EVIDENCE_STALE EVIDENCE_ZERO EVIDENCE_FROZEN"
                                + " EVIDENCE_PARTIAL REACTIVE_FLOOR"
                                + " SESSIONS DRAINING ORDERED QUORUM"
                                + " COOL_DOWN SCALE_IN_RATE BLAST_RADIUS"
                                + " RETRIES NO_GAIN UNPROVEN PENDING TICK BURST SURGE"
                                + " ACTION_RATE"
                                + " QUOTA MAX_REPLICAS MIN_REPLICAS NODE_CAPACITY"
                                + " APPROVAL");
    }

    @Test
    void timeAloneLetsOnlyRatesAndCoolDownsPass() {
        assertThat(Arrays.stream(Rule.values()).filter(Rule::isPassing))
                .extracting(Rule::name)
                .containsExactly(
                        "BY_HAND",
                        "TAKEN_BACK",
                        "REVERTED",
                        "DRAINING",
                        "COOL_DOWN",
                        "SCALE_IN_RATE",
                        "BLAST_RADIUS",
                        "UNPROVEN",
                        "BURST",
                        "SURGE",
                        "ACTION_RATE");
    }

    @Test
    void thoseThatWaitingDoesNotMendAreAlarms() {
        assertThat(Arrays.stream(Rule.values()).filter(Rule::isAlarm))
                .containsExactly(Rule.RETRIES, Rule.NO_GAIN, Rule.PENDING, Rule.NODE_CAPACITY);
    }

    @Test
    void eachSaysWhatItIsFor() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::sentence))
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).hasSizeGreaterThan(15));
    }
}
