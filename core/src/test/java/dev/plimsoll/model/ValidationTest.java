// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the values of the model refuse, and what they still take at the edge of it. */
class ValidationTest {
    private static final Duration ZERO = Duration.ZERO;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration BACKWARDS = Duration.ofNanos(-1);

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("empty namespace", () -> new WorkloadId("", "web"), "namespace"),
                new Refusal("blank name", () -> new WorkloadId("shop", " \t"), "name"),
                new Refusal("min of 0", () -> new ReplicaLimits(0, 3), "limits 0 to 3"),
                new Refusal("max below min", () -> new ReplicaLimits(3, 2), "limits 3 to 2"),
                new Refusal("negative scale", () -> scale(-1, 2), "from -1 to 2"),
                new Refusal("scale to negative", () -> scale(2, -1), "from 2 to -1"),
                new Refusal("quantile 0", () -> new Slo(0, 1), "quantile 0.0"),
                new Refusal("quantile 1", () -> new Slo(1, 1), "quantile 1.0"),
                new Refusal("quantile NaN", () -> new Slo(Double.NaN, 1), "quantile NaN"),
                new Refusal("target 0", () -> new Slo(0.95, 0), "target 0.0 s"),
                new Refusal("negative target", () -> new Slo(0.95, -1), "target -1.0 s"),
                new Refusal("target NaN", () -> new Slo(0.95, Double.NaN), "target NaN s"),
                new Refusal(
                        "endless target",
                        () -> new Slo(0.95, Double.POSITIVE_INFINITY),
                        "target Infinity s"),
                new Refusal("cycle 0", () -> new Cadence(ZERO, SECOND, ZERO), "cycle PT0S"),
                new Refusal("interval 0", () -> new Cadence(SECOND, ZERO, ZERO), "interval PT0S"),
                new Refusal(
                        "negative delay",
                        () -> new Cadence(SECOND, SECOND, BACKWARDS),
                        "delay PT-0.000000001S"),
                new Refusal("violation cost 0", () -> costing(0), "violationCost 0.0"),
                new Refusal("violation cost NaN", () -> costing(Double.NaN), "violationCost NaN"),
                new Refusal(
                        "endless violation cost",
                        () -> costing(Double.POSITIVE_INFINITY),
                        "violationCost Infinity"),
                new Refusal("negative desired", () -> inventory(-1, 0), "desired -1"),
                new Refusal("negative ready", () -> inventory(0, -1), "ready -1"),
                new Refusal("no action", () -> behavior(0, 0.5), "maxActionsPerMinute 0"),
                new Refusal("no share", () -> behavior(1, 0), "scaleInShare 0.0"),
                new Refusal("share above 1", () -> behavior(1, 1.01), "scaleInShare 1.01"),
                new Refusal("share NaN", () -> behavior(1, Double.NaN), "scaleInShare NaN"),
                new Refusal("no period", () -> behavior(ZERO, ZERO, 1), "scaleInPeriod PT0S"),
                new Refusal(
                        "negative cool-down",
                        () -> behavior(SECOND, BACKWARDS, 1),
                        "coolDown PT-0.000000001S"),
                new Refusal(
                        "no periods", () -> behavior(SECOND, ZERO, 0), "scaleInAfterPeriods 0"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Refusal refusal) {
        refusal.check();
    }

    record Edge(String name, ThrowingCallable made) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Edge> edges() {
        return List.of(
                new Edge("one replica", () -> new ReplicaLimits(1, 1)),
                new Edge("scale to zero and from it", () -> scale(0, 0)),
                new Edge("no delay", () -> new Cadence(SECOND, SECOND, ZERO)),
                new Edge("the least violation cost", () -> costing(Double.MIN_VALUE)),
                new Edge("nothing there", () -> inventory(0, 0)),
                new Edge("all may leave, no rest", () -> behavior(1, 1)));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void accepts(Edge edge) {
        assertThatCode(edge.made()).doesNotThrowAnyException();
    }

    @Test
    void limitsClampToBothEnds() {
        ReplicaLimits limits = new ReplicaLimits(2, 5);
        assertThat(new int[] {limits.clamp(-9), limits.clamp(2), limits.clamp(4), limits.clamp(6)})
                .containsExactly(2, 2, 4, 5);
    }

    @Test
    void aReadingIsFreshForItsDelayAndTwoIntervals() {
        Cadence cadence = new Cadence(SECOND, Duration.ofSeconds(10), Duration.ofSeconds(7));
        assertThat(cadence.freshFor()).isEqualTo(Duration.ofSeconds(27));
    }

    @Test
    void theInverseOfAScaleTakesItBack() {
        assertThat(scale(3, 8).inverse()).isEqualTo(scale(8, 3));
    }

    @Test
    void workloadsAreOrderedByNamespaceAndThenName() {
        WorkloadId first = new WorkloadId("a", "z");
        WorkloadId second = new WorkloadId("b", "a");
        WorkloadId third = new WorkloadId("b", "b");
        assertThat(List.of(third, first, second).stream().sorted())
                .containsExactly(first, second, third);
        assertThat(second).hasToString("b/a");
    }

    @Test
    void anInventoryKeepsItsOwnListOfStarts() {
        List<Duration> starts = new ArrayList<>(List.of(SECOND));
        Inventory inventory = new Inventory(Workloads.WEB, 1, 1, 1, starts);
        starts.clear();
        assertThat(inventory.completedStarts()).containsExactly(SECOND);
    }

    @Test
    void anObjectiveReadsAsPeopleWriteIt() {
        assertThat(new Slo(0.95, 0.25)).hasToString("p95=250ms");
        assertThat(new Slo(0.999, 10)).hasToString("p99.9=10000ms");
        assertThat(new Slo(0.5, 0.0125)).hasToString("p50=12.5ms");
    }

    private static Action.Scale scale(int from, int to) {
        return new Action.Scale(Workloads.WEB, from, to);
    }

    private static Inventory inventory(int desired, int ready) {
        return new Inventory(Workloads.WEB, desired, ready, 1, List.of());
    }

    private static Workload costing(double violationCost) {
        return new Workload(
                Workloads.WEB,
                Workloads.WIDE,
                Workloads.SLO,
                violationCost,
                ScalingBehavior.DEFAULT,
                Cadence.DEFAULT);
    }

    private static ScalingBehavior behavior(int actions, double share) {
        return new ScalingBehavior(actions, share, SECOND, ZERO, 1);
    }

    private static ScalingBehavior behavior(Duration period, Duration coolDown, int periods) {
        return new ScalingBehavior(1, 0.5, period, coolDown, periods);
    }
}
