// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.guard.ActionHistory.TakenBack;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Outlooks;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionHistoryTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final ActionHistory history = new ActionHistory();

    @Test
    void knowsOfNoChangeAtFirst() {
        assertThat(history.lastChange()).isEqualTo(Instant.MIN);
        assertThat(history.lastScaleOut()).isEqualTo(Instant.MIN);
        assertThat(history.actionsSince(Instant.MIN)).isZero();
        assertThat(history.netChangeSince(Instant.MIN)).isZero();
    }

    @Test
    void tellsTheLastChangeFromTheLastScaleOut() {
        done(0, 2, 5);
        done(10, 5, 4);
        assertThat(history.lastChange()).isEqualTo(second(10));
        assertThat(history.lastScaleOut()).isEqualTo(second(0));
    }

    @Test
    void countsWhatCameAfterAMoment() {
        done(0, 2, 5);
        done(10, 5, 4);
        done(20, 4, 8);
        assertThat(history.actionsSince(second(-1))).isEqualTo(3);
        assertThat(history.actionsSince(second(0))).isEqualTo(2);
        assertThat(history.actionsSince(second(20))).isZero();
        assertThat(history.netChangeSince(second(-1))).isEqualTo(6);
        assertThat(history.netChangeSince(second(0))).isEqualTo(3);
        assertThat(history.netChangeSince(second(10))).isEqualTo(4);
        assertThat(history.netChangeSince(second(20))).isZero();
    }

    @Test
    void remembersAnHour() {
        done(0, 1, 2);
        done(3600, 2, 3);
        assertThat(history.actionsSince(Instant.MIN)).isEqualTo(2);
        done(3601, 3, 4);
        assertThat(history.actionsSince(Instant.MIN)).isEqualTo(2);
    }

    @Test
    void remembersTheNewest512() {
        for (int i = 0; i < 600; i++) {
            done(i, i, i + 1);
        }
        assertThat(history.actionsSince(Instant.MIN)).isEqualTo(512);
        assertThat(history.netChangeSince(second(598))).isEqualTo(1);
        assertThat(history.lastChange()).isEqualTo(second(599));
    }

    @Test
    void countsWhatWasRemovedWhateverWasAdded() {
        done(0, 9, 5);
        done(10, 5, 8);
        done(20, 8, 6);
        assertThat(history.removedSince(second(-1))).isEqualTo(6);
        assertThat(history.removedSince(second(0))).isEqualTo(2);
        assertThat(history.removedSince(second(20))).isZero();
    }

    @Test
    void remembersWhetherAPersonHadItTakenBack() {
        takeBack(10, 4, 5);
        history.reverted();
        ActionHistory restored = new ActionHistory();
        restored.restore(new StateReader(bytes(history)));
        assertThat(restored.takenBack()).hasValue(new TakenBack(second(10), true, true));
        takeBack(20, 5, 4);
        assertThat(history.takenBack()).hasValue(new TakenBack(second(20), false, false));
    }

    @Test
    void aNumberThatNobodyHereSetWasSetByHand() {
        see(0, 5);
        see(10, 5);
        assertThat(history.changedByHandAt(outlook(11, 5))).isEqualTo(Instant.MIN);
        assertThat(history.changedByHandAt(outlook(11, 6))).isEqualTo(second(11));
        see(20, 6);
        see(30, 6);
        assertThat(history.changedByHandAt(outlook(31, 6))).isEqualTo(second(20));
    }

    @Test
    void whatWasApprovedIsExpectedUnlessItWasRefused() {
        see(0, 5);
        done(0, 5, 8);
        see(10, 8);
        done(10, 8, 9);
        history.refused(new Action.Scale(Workloads.WEB, 8, 9));
        see(20, 8);
        assertThat(history.changedByHandAt(outlook(21, 8))).isEqualTo(Instant.MIN);
        see(30, 9);
        assertThat(history.changedByHandAt(outlook(31, 9))).isEqualTo(second(30));
    }

    @Test
    void anActionOfATickDoesNotHideAChangeByHand() {
        see(0, 5);
        done(10, 3, 4);
        see(20, 4);
        assertThat(history.changedByHandAt(outlook(21, 4))).isEqualTo(second(10));
    }

    @Test
    void remembersWhatWasTakenBackAndWhichWayItWent() {
        assertThat(history.takenBack()).isEmpty();
        takeBack(10, 3, 5);
        assertThat(history.takenBack()).hasValue(new TakenBack(second(10), true, false));
        done(20, 5, 4);
        takeBack(30, 4, 3);
        done(40, 3, 4);
        assertThat(history.takenBack()).hasValue(new TakenBack(second(30), false, false));
    }

    @Test
    void takingBackIsNoScaleOut() {
        takeBack(10, 3, 5);
        assertThat(history.lastScaleOut()).isEqualTo(Instant.MIN);
        assertThat(history.lastChange()).isEqualTo(second(10));
    }

    @Test
    void nothingTakenBackStaysSoOverARestore() {
        ActionHistory restored = new ActionHistory();
        restored.restore(new StateReader(bytes(history)));
        assertThat(restored.takenBack()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsHandsAndHarmOverARestore(boolean scaleIn) {
        see(0, 5);
        takeBack(10, 5, scaleIn ? 7 : 3);
        see(20, 9);
        ActionHistory restored = new ActionHistory();
        restored.restore(new StateReader(bytes(history)));
        assertThat(restored.takenBack()).isEqualTo(history.takenBack()).isPresent();
        assertThat(restored.changedByHandAt(outlook(30, 9))).isEqualTo(second(20));
        assertThat(restored.changedByHandAt(outlook(30, 8))).isEqualTo(second(30));
        assertThat(bytes(restored)).isEqualTo(bytes(history));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 600})
    void continuesExactlyAfterRestore(int actions) {
        for (int i = 0; i < actions; i++) {
            done(i * 7, 10 + i % 3, 10 + (i + 1) % 3);
        }
        ActionHistory restored = new ActionHistory();
        approve(restored, 0, 1, 2);
        StateReader state = new StateReader(bytes(history));
        restored.restore(state);
        state.end();

        assertThat(bytes(restored)).isEqualTo(bytes(history));
        assertThat(restored.lastChange()).isEqualTo(history.lastChange());
        assertThat(restored.lastScaleOut()).isEqualTo(history.lastScaleOut());
        assertThat(restored.netChangeSince(second(30)))
                .isEqualTo(history.netChangeSince(second(30)));
        approve(history, 9000, 3, 4);
        approve(restored, 9000, 3, 4);
        assertThat(bytes(restored)).isEqualTo(bytes(history));
    }

    private void see(long second, int replicas) {
        history.observe(outlook(second, replicas));
    }

    private void takeBack(long second, int from, int to) {
        history.approved(
                outlook(second, from),
                Purpose.TAKE_BACK,
                new Action.Scale(Workloads.WEB, from, to));
    }

    private void done(long second, int from, int to) {
        approve(history, second, from, to);
    }

    private static void approve(ActionHistory history, long second, int from, int to) {
        history.approved(
                outlook(second, from), Purpose.PLAN, new Action.Scale(Workloads.WEB, from, to));
    }

    private static Outlook outlook(long second, int replicas) {
        var inventory = new Inventory(Workloads.WEB, replicas, replicas, 1, List.of());
        var snapshot = new WorkloadSnapshot(inventory, Readings.NONE);
        return Outlooks.of(Workloads.web(), second(second), snapshot);
    }

    private static Instant second(long second) {
        return START.plusSeconds(second);
    }

    private static byte[] bytes(ActionHistory history) {
        StateWriter out = new StateWriter();
        history.save(out);
        return out.toBytes();
    }
}
