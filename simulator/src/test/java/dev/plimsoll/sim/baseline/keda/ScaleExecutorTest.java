// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

import static dev.plimsoll.sim.baseline.keda.ActiveCondition.NOT_JUDGED;
import static dev.plimsoll.sim.baseline.keda.ActiveCondition.SCALER_ACTIVE;
import static dev.plimsoll.sim.baseline.keda.ActiveCondition.SCALER_COOLING_DOWN;
import static dev.plimsoll.sim.baseline.keda.ActiveCondition.SCALER_NOT_ACTIVE;
import static dev.plimsoll.sim.baseline.keda.ReadyCondition.PARTIAL_TRIGGER_ERROR;
import static dev.plimsoll.sim.baseline.keda.ReadyCondition.READY;
import static dev.plimsoll.sim.baseline.keda.ReadyCondition.TRIGGER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.baseline.keda.ScaledObject.CoolDown;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScaleExecutorTest {
    private static final CoolDown COOL_DOWN = new CoolDown(60, 0);
    private static final Triggers ACTIVE = new Triggers(true, false);
    private static final Triggers INACTIVE = new Triggers(false, false);
    private static final Triggers FAILING = new Triggers(false, true);
    private static final Triggers HALF_FAILING = new Triggers(true, true);

    private static ScaledObject min(int replicas) {
        return new ScaledObject(COOL_DOWN, OptionalInt.empty(), replicas, Optional.empty());
    }

    private static ScaledObject idle(int idle, int min) {
        return new ScaledObject(COOL_DOWN, OptionalInt.of(idle), min, Optional.empty());
    }

    private static ScaledObject fallbackTo(int replicas) {
        Fallback fallback = new Fallback(3, replicas, FallbackBehavior.STATIC);
        return new ScaledObject(COOL_DOWN, OptionalInt.empty(), 0, Optional.of(fallback));
    }

    private static Annotations on(Annotation annotation) {
        return new Annotations(Map.of(annotation, "true"));
    }

    private static PollOutcome poll(ScaledObject object, int replicas, Triggers triggers) {
        return new ScaleExecutor(object, 0).poll(15, replicas, triggers, Annotations.NONE);
    }

    private static PollOutcome poll(
            ScaledObject object, int replicas, Triggers triggers, Annotation annotation) {
        return new ScaleExecutor(object, 0).poll(15, replicas, triggers, on(annotation));
    }

    @Test
    void anActiveTriggerWakesTheWorkload() {
        assertThat(poll(min(0), 0, ACTIVE)).isEqualTo(new PollOutcome(1, SCALER_ACTIVE, READY));
        assertThat(poll(min(3), 0, ACTIVE)).isEqualTo(new PollOutcome(3, SCALER_ACTIVE, READY));
    }

    @Test
    void anActiveTriggerWakesItFromItsIdleReplicas() {
        assertThat(poll(idle(1, 4), 1, ACTIVE).replicas()).isEqualTo(4);
        assertThat(poll(min(4), 1, ACTIVE).replicas()).isEqualTo(1);
    }

    @Test
    void onceAwakeTheHorizontalAutoscalerRules() {
        assertThat(poll(min(0), 7, ACTIVE)).isEqualTo(new PollOutcome(7, SCALER_ACTIVE, READY));
    }

    @Test
    void itFallsAsleepWhenMoreThanTheCoolDownHasPassed() {
        ScaleExecutor executor = new ScaleExecutor(min(0), 0);
        executor.poll(15, 2, ACTIVE, Annotations.NONE);

        assertThat(executor.poll(75, 2, INACTIVE, Annotations.NONE))
                .isEqualTo(new PollOutcome(2, SCALER_COOLING_DOWN, READY));
        assertThat(executor.poll(76, 2, INACTIVE, Annotations.NONE))
                .isEqualTo(new PollOutcome(0, SCALER_NOT_ACTIVE, READY));
    }

    @Test
    void itFallsAsleepToItsIdleReplicas() {
        assertThat(poll(idle(1, 4), 4, INACTIVE).replicas()).isEqualTo(1);
        assertThat(poll(idle(1, 4), 1, INACTIVE).replicas()).isEqualTo(1);
    }

    @Test
    void neverActiveMeansNoCoolDown() {
        assertThat(poll(min(0), 2, INACTIVE).replicas()).isZero();
    }

    @Test
    void neverActiveMeansTheInitialCoolDown() {
        CoolDown coolDown = new CoolDown(5, 60);
        ScaleExecutor executor =
                new ScaleExecutor(
                        new ScaledObject(coolDown, OptionalInt.empty(), 0, Optional.empty()), 10);

        assertThat(executor.poll(70, 2, INACTIVE, Annotations.NONE).active())
                .isEqualTo(SCALER_COOLING_DOWN);
        assertThat(executor.poll(71, 2, INACTIVE, Annotations.NONE).replicas()).isZero();
    }

    @Test
    void theFirstPollOfANewObjectIsTooEarlyToFallAsleep() {
        ScaleExecutor executor = new ScaleExecutor(min(0), 0);

        assertThat(executor.poll(0, 2, INACTIVE, Annotations.NONE).active())
                .isEqualTo(SCALER_COOLING_DOWN);
    }

    @Test
    void anActivePollWithAnErrorDoesNotBeginTheCoolDownAnew() {
        ScaleExecutor executor = new ScaleExecutor(min(0), 0);

        assertThat(executor.poll(15, 2, HALF_FAILING, Annotations.NONE))
                .isEqualTo(new PollOutcome(2, SCALER_ACTIVE, PARTIAL_TRIGGER_ERROR));
        assertThat(executor.lastActiveSecond()).isEmpty();
    }

    @Test
    void wakingBeginsTheCoolDownEvenWithAnError() {
        ScaleExecutor executor = new ScaleExecutor(min(0), 0);

        assertThat(executor.poll(15, 0, HALF_FAILING, Annotations.NONE))
                .isEqualTo(new PollOutcome(1, SCALER_ACTIVE, READY));
        assertThat(executor.lastActiveSecond()).hasValue(15);
    }

    @Test
    void anErrorWithoutActivityHoldsTheReplicas() {
        assertThat(poll(min(0), 2, FAILING))
                .isEqualTo(new PollOutcome(2, SCALER_NOT_ACTIVE, TRIGGER_ERROR));
        assertThat(poll(fallbackTo(4), 2, FAILING))
                .isEqualTo(new PollOutcome(2, SCALER_NOT_ACTIVE, READY));
    }

    @Test
    void anErrorWithAFallbackToNoReplicasLetsItFallAsleep() {
        assertThat(poll(fallbackTo(0), 2, FAILING))
                .isEqualTo(new PollOutcome(0, SCALER_NOT_ACTIVE, READY));
    }

    @Test
    void belowItsMinimumItIsRaised() {
        assertThat(poll(min(3), 1, INACTIVE))
                .isEqualTo(new PollOutcome(3, SCALER_NOT_ACTIVE, READY));
        assertThat(poll(idle(0, 3), 0, INACTIVE).replicas()).isZero();
    }

    @Test
    void aboveItsMinimumItIsLeftAlone() {
        assertThat(poll(min(3), 5, INACTIVE))
                .isEqualTo(new PollOutcome(5, SCALER_NOT_ACTIVE, READY));
    }

    @Test
    void pausedNothingIsDoneNorJudged() {
        assertThat(poll(min(0), 2, INACTIVE, Annotation.PAUSED))
                .isEqualTo(new PollOutcome(2, NOT_JUDGED, READY));
        assertThat(poll(min(0), 0, ACTIVE, Annotation.PAUSED_REPLICAS))
                .isEqualTo(new PollOutcome(0, NOT_JUDGED, READY));
    }

    @Test
    void withScaleInPausedItDoesNotFallAsleep() {
        assertThat(poll(min(0), 2, INACTIVE, Annotation.PAUSED_SCALE_IN))
                .isEqualTo(new PollOutcome(2, SCALER_NOT_ACTIVE, READY));
    }

    @Test
    void withScaleOutPausedItDoesNotWake() {
        ScaleExecutor executor = new ScaleExecutor(min(0), 0);

        assertThat(executor.poll(15, 0, ACTIVE, on(Annotation.PAUSED_SCALE_OUT)))
                .isEqualTo(new PollOutcome(0, SCALER_ACTIVE, READY));
        assertThat(executor.lastActiveSecond()).isEmpty();
    }

    @Test
    void activationCanBeForced() {
        assertThat(poll(min(0), 0, INACTIVE, Annotation.FORCE_ACTIVATION))
                .isEqualTo(new PollOutcome(1, SCALER_ACTIVE, READY));
        assertThat(poll(min(0), 2, FAILING, Annotation.FORCE_ACTIVATION))
                .isEqualTo(new PollOutcome(2, SCALER_ACTIVE, PARTIAL_TRIGGER_ERROR));
    }
}
