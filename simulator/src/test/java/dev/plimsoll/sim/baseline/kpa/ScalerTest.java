// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import static dev.plimsoll.sim.baseline.kpa.Reachability.REACHABLE;
import static dev.plimsoll.sim.baseline.kpa.Reachability.UNKNOWN;
import static dev.plimsoll.sim.baseline.kpa.Reachability.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.baseline.kpa.Activity.Activating;
import dev.plimsoll.sim.baseline.kpa.Activity.Active;
import dev.plimsoll.sim.baseline.kpa.Activity.Inactive;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp.LookAgain;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp.None;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp.Probe;
import dev.plimsoll.sim.baseline.kpa.ZeroSettings.Times;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalerTest {
    private static final Times TIMES = new Times(30, 45, 60, 120);
    private static final ZeroSettings SETTINGS = new ZeroSettings(true, TIMES, false);
    private static final ScaleBounds UNBOUNDED = new ScaleBounds(0, 0, 1);
    private static final Activator AWAY = new Activator(false, 0, true);

    private static Revision revision(Activity activity, Activator activator) {
        return new Revision(activity, REACHABLE, true, activator);
    }

    private static ScaleStep toZero(Revision revision) {
        return new Scaler(UNBOUNDED, SETTINGS).reconcile(OptionalInt.of(0), revision);
    }

    private static int bounded(ScaleBounds bounds, int wanted, Revision revision) {
        ScaleStep step = new Scaler(bounds, SETTINGS).reconcile(OptionalInt.of(wanted), revision);
        return step.desired().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 3", "9, 5"})
    void theScaleStaysWithinItsBounds(int wanted, int expected) {
        Revision revision = revision(new Active(5), AWAY);

        assertThat(bounded(new ScaleBounds(2, 5, 1), wanted, revision)).isEqualTo(expected);
    }

    @Test
    void aMaximumOfZeroIsNone() {
        assertThat(bounded(UNBOUNDED, 99, revision(new Active(5), AWAY))).isEqualTo(99);
    }

    @Test
    void anUnreachableRevisionHasNoLowerBound() {
        Revision revision = new Revision(new Active(5), UNREACHABLE, false, AWAY);

        assertThat(bounded(new ScaleBounds(4, 0, 6), 1, revision)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"false, 4, 4", "true, 4, 2", "false, 1, 2"})
    void theInitialScaleIsALowerBoundUntilItWasReached(boolean done, int initial, int expected) {
        Revision revision = new Revision(new Active(5), UNKNOWN, done, AWAY);

        assertThat(bounded(new ScaleBounds(2, 0, initial), 1, revision)).isEqualTo(expected);
    }

    @Test
    void anInitialScaleOfOneDoesNotKeepFromZero() {
        Revision revision = new Revision(new Inactive(100), REACHABLE, false, AWAY);

        assertThat(toZero(revision)).isEqualTo(ScaleStep.apply(0));
    }

    @Test
    void withoutADecisionNothingHappens() {
        Scaler scaler = new Scaler(UNBOUNDED, SETTINGS);

        assertThat(scaler.reconcile(OptionalInt.empty(), revision(new Active(99), AWAY)))
                .isEqualTo(ScaleStep.unknown(new None()));
    }

    @Test
    void withoutADecisionAnActivatingRevisionGetsItsLowerBound() {
        Scaler scaler = new Scaler(new ScaleBounds(2, 0, 1), SETTINGS);

        assertThat(scaler.reconcile(OptionalInt.empty(), revision(new Activating(5), AWAY)))
                .isEqualTo(ScaleStep.apply(2));
    }

    @Test
    void whereZeroIsOffOnePodStays() {
        Scaler scaler = new Scaler(UNBOUNDED, new ZeroSettings(false, TIMES, false));

        assertThat(scaler.reconcile(OptionalInt.of(0), revision(new Inactive(999), AWAY)))
                .isEqualTo(ScaleStep.apply(1));
    }

    @Test
    void anActivatingRevisionGivesUpAfterItsDeadlineAndHalfAMinute() {
        assertThat(toZero(revision(new Activating(150), AWAY)))
                .isEqualTo(ScaleStep.unknown(new LookAgain(150)));
        assertThat(toZero(revision(new Activating(151), AWAY))).isEqualTo(ScaleStep.apply(0));
    }

    @Test
    void anActiveRevisionKeepsOnePodUntilTheStableWindowIsOver() {
        assertThat(toZero(revision(new Active(59), AWAY))).isEqualTo(ScaleStep.applyForNow(1, 1));
    }

    @Test
    void afterTheStableWindowItIsOnlyMarkedInactive() {
        assertThat(toZero(revision(new Active(60), AWAY)))
                .isEqualTo(ScaleStep.announceZero(new None()));
        assertThat(toZero(revision(new Active(60), new Activator(true, 60, true))))
                .isEqualTo(ScaleStep.announceZero(new LookAgain(3)));
    }

    @Test
    void inactiveForGraceAndRetentionIsEnoughForZero() {
        assertThat(toZero(revision(new Inactive(45), AWAY))).isEqualTo(ScaleStep.apply(0));
    }

    @Test
    void theLastPodStaysForItsRetention() {
        assertThat(toZero(revision(new Inactive(44), new Activator(true, 99, true))))
                .isEqualTo(ScaleStep.announceZero(new LookAgain(1)));
    }

    @Test
    void graceCountsFromWhenTheActivatorTookOver() {
        Activator since20 = new Activator(true, 20, true);
        Activator since30 = new Activator(true, 30, true);

        assertThat(toZero(new Revision(new Inactive(25), UNREACHABLE, true, since20)))
                .isEqualTo(ScaleStep.announceZero(new LookAgain(10)));
        assertThat(toZero(new Revision(new Inactive(25), UNREACHABLE, true, since30)))
                .isEqualTo(ScaleStep.apply(0));
    }

    @Test
    void anUnreachableRevisionRetainsNoPod() {
        assertThat(toZero(new Revision(new Inactive(30), UNREACHABLE, true, AWAY)))
                .isEqualTo(ScaleStep.apply(0));
    }

    @Test
    void untilTheActivatorIsReachedItIsProbed() {
        Activator deaf = new Activator(true, 99, false);

        assertThat(toZero(revision(new Inactive(999), deaf)))
                .isEqualTo(ScaleStep.announceZero(new Probe()));
    }

    @Test
    void anActivatorThatNeverLeavesIsNotProbed() {
        Scaler scaler = new Scaler(UNBOUNDED, new ZeroSettings(true, TIMES, true));
        Activator deaf = new Activator(true, 99, false);

        assertThat(scaler.reconcile(OptionalInt.of(0), revision(new Inactive(999), deaf)))
                .isEqualTo(ScaleStep.apply(0));
    }

    @Test
    void onlyAChangeIsWritten() {
        assertThat(ScaleStep.apply(3).written(2)).hasValue(3);
        assertThat(ScaleStep.apply(3).written(3)).isEmpty();
        assertThat(ScaleStep.announceZero(new None()).written(2)).isEmpty();
        assertThat(ScaleStep.unknown(new None()).written(2)).isEmpty();
    }
}
