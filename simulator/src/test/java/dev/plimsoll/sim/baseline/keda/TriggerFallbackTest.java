// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

import static dev.plimsoll.sim.baseline.keda.TriggerTarget.Kind.AVERAGE_VALUE;
import static dev.plimsoll.sim.baseline.keda.TriggerTarget.Kind.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.baseline.keda.Answer.Failure;
import dev.plimsoll.sim.baseline.keda.Answer.FallenBack;
import dev.plimsoll.sim.baseline.keda.Answer.Measured;
import dev.plimsoll.sim.baseline.keda.Answer.Placeholder;
import dev.plimsoll.sim.baseline.keda.TriggerHealth.Tracked;
import dev.plimsoll.sim.baseline.keda.TriggerHealth.Untracked;
import dev.plimsoll.sim.baseline.keda.TriggerReading.Failed;
import dev.plimsoll.sim.baseline.keda.TriggerReading.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerFallbackTest {
    private static final TriggerTarget TARGET = new TriggerTarget(AVERAGE_VALUE, 2500);

    private static TriggerFallback trigger(int threshold, FallbackBehavior behavior) {
        return new TriggerFallback(Optional.of(new Fallback(threshold, 4, behavior)), TARGET);
    }

    private static TriggerFallback atOnce(TriggerTarget target) {
        return new TriggerFallback(
                Optional.of(new Fallback(0, 10, FallbackBehavior.STATIC)), target);
    }

    @Test
    void aValueIsPassedOn() {
        TriggerFallback trigger = trigger(3, FallbackBehavior.STATIC);

        assertThat(trigger.answer(new Value(7002), 9, 9)).isEqualTo(new Measured(7002));
        assertThat(trigger.health()).isEqualTo(new Tracked(0, false));
    }

    @Test
    void theFallbackBeginsOneFailureAfterItsThreshold() {
        TriggerFallback trigger = trigger(1, FallbackBehavior.STATIC);

        assertThat(trigger.answer(new Failed(), 9, 9)).isEqualTo(new Failure());
        assertThat(trigger.health()).isEqualTo(new Tracked(1, false));
        assertThat(trigger.answer(new Failed(), 9, 9)).isEqualTo(new FallenBack(10_000));
        assertThat(trigger.health()).isEqualTo(new Tracked(2, true));
    }

    @Test
    void aValueForgivesAllFailures() {
        TriggerFallback trigger = trigger(1, FallbackBehavior.STATIC);
        trigger.answer(new Failed(), 9, 9);
        trigger.answer(new Value(1), 9, 9);

        assertThat(trigger.answer(new Failed(), 9, 9)).isEqualTo(new Failure());
    }

    @ParameterizedTest
    @CsvSource({
        "STATIC, 9, 4",
        "CURRENT_REPLICAS, 9, 9",
        "CURRENT_REPLICAS_IF_HIGHER, 9, 9",
        "CURRENT_REPLICAS_IF_HIGHER, 3, 4",
        "CURRENT_REPLICAS_IF_LOWER, 9, 4",
        "CURRENT_REPLICAS_IF_LOWER, 3, 3"
    })
    void theBehaviorSaysHowManyReplicas(FallbackBehavior behavior, int current, int expected) {
        assertThat(trigger(0, behavior).answer(new Failed(), current, 1))
                .isEqualTo(new FallenBack(2500L * expected));
    }

    @Test
    void aFormulaIsToldThatThereIsNoValue() {
        TriggerFallback trigger = trigger(0, FallbackBehavior.SCALING_MODIFIERS);

        assertThat(trigger.answer(new Failed(), 9, 9)).isEqualTo(new Placeholder());
    }

    @Test
    void aValueTargetIsSharedOutAmongTheReadyPodsAndCutOff() {
        TriggerFallback trigger = atOnce(new TriggerTarget(VALUE, 333));

        assertThat(trigger.answer(new Failed(), 12, 12)).isEqualTo(new FallenBack(277));
    }

    @Test
    void withoutAReadyPodAValueTargetRemainsAFailure() {
        TriggerFallback trigger = atOnce(new TriggerTarget(VALUE, 333));

        assertThat(trigger.answer(new Failed(), 12, 0)).isEqualTo(new Failure());
        assertThat(trigger.health()).isEqualTo(new Tracked(1, true));
    }

    @Test
    void withoutAFallbackNothingIsTracked() {
        TriggerFallback trigger = new TriggerFallback(Optional.empty(), TARGET);

        assertThat(trigger.answer(new Failed(), 9, 9)).isEqualTo(new Failure());
        assertThat(trigger.answer(new Value(5), 9, 9)).isEqualTo(new Measured(5));
        assertThat(trigger.health()).isEqualTo(new Untracked());
    }

    @ParameterizedTest
    @CsvSource({"-1, 4", "0, -4"})
    void anInvalidFallbackIsAsGoodAsNone(int threshold, int replicas) {
        Fallback invalid = new Fallback(threshold, replicas, FallbackBehavior.STATIC);
        TriggerFallback trigger = new TriggerFallback(Optional.of(invalid), TARGET);

        assertThat(trigger.answer(new Failed(), 9, 9)).isEqualTo(new Failure());
        assertThat(trigger.health()).isEqualTo(new Untracked());
    }

    @Test
    void whatDoesNotFitIn64BitsIsTheLeastOfThem() {
        TriggerFallback trigger = atOnce(new TriggerTarget(AVERAGE_VALUE, Long.MAX_VALUE));

        assertThat(trigger.answer(new Failed(), 1, 1)).isEqualTo(new FallenBack(Long.MIN_VALUE));
    }
}
