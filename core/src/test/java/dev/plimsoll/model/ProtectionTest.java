// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What limits and protects a workload: pool, resources, state, victims. */
class ProtectionTest {
    private static final Duration ZERO = Duration.ZERO;
    private static final Duration BACKWARDS = Duration.ofNanos(-1);

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("negative quota", () -> pool(-1), "quota of -1"),
                new Refusal("negative cores", () -> new Resources(-0.1, 1), "-0.1 cores"),
                new Refusal("cores NaN", () -> new Resources(Double.NaN, 1), "NaN cores"),
                new Refusal("negative memory", () -> new Resources(1, -1), "-1 bytes"),
                new Refusal("no time to drain", () -> new StateKind.Sessions(ZERO), "PT0S"),
                new Refusal("no quorum", () -> new StateKind.Ordered(0), "quorum 0"),
                new Refusal("no blast radius", () -> protection(0, ZERO), "blastRadius 0.0"),
                new Refusal("above all of them", () -> protection(1.01, ZERO), "blastRadius 1.01"),
                new Refusal("blast radius NaN", () -> protection(Double.NaN, ZERO), "NaN"),
                new Refusal("negative hold", () -> protection(1, BACKWARDS), "holdFor PT-0.0"),
                new Refusal("too few victims", () -> scale(5, 3, "a"), "names 1 victims"),
                new Refusal("too many victims", () -> scale(5, 4, "a", "b"), "names 2 victims"),
                new Refusal("victims of a scale-out", () -> scale(5, 6, "a"), "names 1 victims"));
    }

    static List<ThrowingCallable> edges() {
        return List.of(
                () -> pool(0),
                () -> new Resources(0, 0),
                () -> new StateKind.Sessions(Duration.ofNanos(1)),
                () -> new StateKind.Ordered(1),
                () -> protection(Double.MIN_VALUE, ZERO),
                () -> protection(1, ZERO),
                () -> scale(5, 3),
                () -> scale(5, 3, "a", "b"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Refusal refusal) {
        refusal.check();
    }

    @ParameterizedTest
    @MethodSource("edges")
    void accepts(ThrowingCallable made) {
        assertThatCode(made).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "4, 16, 2, 8, 2",
        "4, 15, 2, 8, 1",
        "3.9, 16, 2, 8, 1",
        "0.3, 100, 0.1, 1, 3",
        "0, 0, 2, 8, 0",
        "4, 0, 2, 0, 2",
        "0, 16, 0, 8, 2",
        "0, 0, 0, 0, 2147483647",
        "Infinity, 9223372036854775807, 0.5, 1, 2147483647",
        "1e12, 9223372036854775807, 1e-3, 1, 2147483647"
    })
    void resourcesHoldWhatFitsInBoth(
            double cores, long bytes, double eachCores, long eachBytes, int times) {
        var each = new Resources(eachCores, eachBytes);
        assertThat(new Resources(cores, bytes).holds(each)).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 2, 2", "1, 3, 2", "1, 4, 3", "1, 5, 3", "4, 5, 4", "9, 5, 9"})
    void orderedReplicasNeedAMajorityAndTheirQuorum(int quorum, int members, int needed) {
        assertThat(new StateKind.Ordered(quorum).needed(members)).isEqualTo(needed);
    }

    @Test
    void anotherStateIsProtectedTheSameWay() {
        Protection sessions = protection(0.25, Duration.ofMinutes(3)).of(StateKind.STATELESS);
        var drained = new StateKind.Sessions(Duration.ofMinutes(1));
        assertThat(sessions.of(drained))
                .isEqualTo(new Protection(drained, 0.25, Duration.ofMinutes(3)));
    }

    @Test
    void byDefaultHalfMayLeaveAndHandsAreRespectedForAQuarterOfAnHour() {
        assertThat(Protection.DEFAULT)
                .isEqualTo(new Protection(StateKind.STATELESS, 0.5, Duration.ofMinutes(15)));
        assertThat(Workloads.web().protection()).isEqualTo(Protection.DEFAULT);
        assertThat(Workloads.web().request()).isEqualTo(new Resources(0.5, 536_870_912));
    }

    @Test
    void aPoolWithoutLimitsHoldsAnything() {
        assertThat(Pool.UNLIMITED.left().holds(new Resources(1e6, 1L << 40))).isPositive();
        assertThat(Pool.UNLIMITED.quota()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theInverseOfAScaleInNamesNobody() {
        assertThat(scale(5, 3, "a", "b").inverse()).isEqualTo(scale(3, 5));
    }

    @Test
    void anActionKeepsItsOwnListOfVictims() {
        List<String> victims = new ArrayList<>(List.of("a"));
        var action = new Action.Scale(Workloads.WEB, 5, 4, victims);
        victims.set(0, "b");
        assertThat(action.victims()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void anInventoryCountsWhatIsLeaving(int leaving) {
        List<Replica> replicas = new ArrayList<>();
        replicas.add(new Replica("s", Replica.Phase.STARTING));
        for (int i = 0; i < leaving; i++) {
            replicas.add(new Replica("l" + i, Replica.Phase.LEAVING));
        }
        replicas.add(new Replica("r", Replica.Phase.READY));
        Inventory inventory =
                new Inventory(Workloads.WEB, 2, 1, 1, List.of(), Optional.empty(), replicas);
        replicas.clear();
        assertThat(inventory.leaving()).isEqualTo(leaving);
        assertThat(inventory.replicas()).hasSize(leaving + 2);
    }

    private static Pool pool(int quota) {
        return new Pool(Resources.UNLIMITED, quota);
    }

    private static Protection protection(double blastRadius, Duration holdFor) {
        return new Protection(StateKind.STATELESS, blastRadius, holdFor);
    }

    private static Action.Scale scale(int from, int to, String... victims) {
        return new Action.Scale(Workloads.WEB, from, to, List.of(victims));
    }
}
