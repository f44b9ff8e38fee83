// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Promote;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.Instruction.Resume;
import dev.plimsoll.model.Instruction.Revert;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InstructionTest {
    private static final Instant EXPIRY = Instant.parse("2026-01-05T01:00:00Z");

    static Stream<Instruction> all() {
        return Stream.of(
                new Pause("ann", "deploy"),
                new Resume("bob", "déployé"),
                approve(4, 7),
                reject(7, 4),
                new Revert("ann", "too many"),
                new Promote("scorecard", "it would have had nothing violated"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void comesBackAsItWas(Instruction instruction) {
        StateWriter out = new StateWriter();
        Instruction.save(instruction, out);
        StateReader in = new StateReader(out.toBytes());
        assertThat(Instruction.restore(in)).isEqualTo(instruction);
        in.end();
    }

    @Test
    void everyLabelIsListed() {
        assertThat(all().map(Instruction::label))
                .containsExactlyInAnyOrderElementsOf(Instruction.LABELS);
    }

    @Test
    void whatIsNoneIsRefused() {
        byte[] unknown = new StateWriter().putString("ann").putString("why").putInt(9).toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instruction.restore(new StateReader(unknown)))
                .withMessage("no instruction is of kind 9");
        byte[] pause = new StateWriter().putString("ann").putString("why").putInt(0).toBytes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instruction.restore(Revert.class, new StateReader(pause)))
                .withMessageEndingWith("stands where a Revert is wanted");
    }

    /** Approved: from 10 to 20, or from 10 to 5. */
    @ParameterizedTest
    @CsvSource({
        "20, 10, 20, true, 20",
        "20, 10, 25, true, 20",
        "20, 12, 14, true, 14",
        "20, 8, 30, true, 20",
        "20, 20, 25, false, ",
        "20, 22, 25, false, ",
        "20, 10, 9, false, ",
        "20, 22, 15, false, ",
        "5, 10, 5, true, 5",
        "5, 10, 2, true, 5",
        "5, 8, 7, true, 7",
        "5, 5, 2, false, ",
        "5, 10, 11, false, "
    })
    void anApprovalCoversItsWayAndItsEnd(
            int to, int current, int wanted, boolean covers, Integer limit) {
        Approve approve = approve(10, to);
        assertThat(approve.covers(current, wanted)).isEqualTo(covers);
        if (covers) {
            assertThat(approve.limit(wanted)).isEqualTo(limit);
        }
    }

    /** Rejected: from 10 to 20, or from 10 to 5. */
    @ParameterizedTest
    @CsvSource({
        "20, 10, 20, true",
        "20, 15, 21, true",
        "20, 10, 19, false",
        "20, 30, 25, false",
        "5, 10, 5, true",
        "5, 10, 4, true",
        "5, 10, 6, false",
        "5, 3, 4, false"
    })
    void aRejectionCoversWhatGoesAsFar(int to, int current, int wanted, boolean covers) {
        assertThat(reject(10, to).covers(current, wanted)).isEqualTo(covers);
    }

    @Test
    void anAnswerLivesUntilItExpires() {
        assertThat(approve(4, 7).isLiving(EXPIRY.minusNanos(1))).isTrue();
        assertThat(approve(4, 7).isLiving(EXPIRY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', deploy", "' ', deploy", "ann, ''"})
    void somebodySaysItForAReason(String who, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pause(who, why))
                .withMessageEndingWith("say who gives it, and why");
        assertThatIllegalArgumentException().isThrownBy(() -> new Resume(who, why));
        assertThatIllegalArgumentException().isThrownBy(() -> new Revert(who, why));
        assertThatIllegalArgumentException().isThrownBy(() -> new Approve(who, why, 4, 7, EXPIRY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reject(who, why, 4, 7, EXPIRY));
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "-1, 4", "4, -1"})
    void anAnswerIsToAMove(int from, int to) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> approve(from, to))
                .withMessageEndingWith("give two different counts");
        assertThatIllegalArgumentException().isThrownBy(() -> reject(from, to));
    }

    private static Approve approve(int from, int to) {
        return new Approve("ann", "sale", from, to, EXPIRY);
    }

    private static Reject reject(int from, int to) {
        return new Reject("bob", "too dear", from, to, EXPIRY);
    }
}
