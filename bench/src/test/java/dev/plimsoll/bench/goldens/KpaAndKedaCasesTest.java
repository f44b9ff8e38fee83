// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line is read strictly, and a replay says where it first came out different. */
class KpaAndKedaCasesTest {
    private static final String SPEC =
            """
            {"maxScaleUpRate":1000,"maxScaleDownRate":2,"metric":"concurrency","targetValue":10,
            "totalValue":20,"targetBurstCapacity":-1,"panicThreshold":2,"stableWindowSeconds":60,
            "panicWindowSeconds":6,"scaleDownDelaySeconds":0,"reachable":true,"activationScale":0}
            """;

    private static final String DECIDER =
            """
            {"case":"a","mode":"decider","spec":%s,"initialReady":0,"ticks":[
            {"t":2,"ready":4,"stable":41,"panic":41,"expect":{"desired":5,"ebc":-1}},
            {"t":4,"ready":null,"readyError":"failed","stable":41,"panic":41,
            "expect":{"desired":0,"ebc":0,"invalid":true}}]}
            """
                    .formatted(SPEC);

    private static final String PIPELINE =
            """
            {"case":"b","mode":"pipeline","spec":%s,"initialReady":0,"ticks":[
            {"t":2,"ready":4,"stats":[[1,40,4],[2,36]],
            "expect":{"desired":4,"ebc":-1,"stable":36.000009,"panic":36}}]}
            """
                    .formatted(SPEC);

    private static final String ZERO =
            """
            {"case":"c","enableScaleToZero":true,"scaleToZeroGracePeriodSeconds":60,
            "podRetentionSeconds":90,"stableWindowSeconds":30,"progressDeadlineSeconds":600,
            "targetBurstCapacity":211,"minScale":0,"maxScale":0,"initialScale":1,
            "reachability":"Unreachable","scaleTargetInitialized":true,"active":"True",
            "activeTransitionAgeSeconds":29,"sksInProxyMode":false,"activatorInPathForSeconds":null,
            "activatorProbeSucceeds":true,"currentReplicas":1,"autoscalerWants":0,
            "expect":{"desired":1,"scaledTo":null,"lookAgainAfterSeconds":1}}
            """;

    private static final String KEDA =
            """
            {"case":"d","object":{"pollingIntervalSeconds":15,"cooldownPeriodSeconds":null,
            "minReplicaCount":0,"fallback":null},"polls":[
            {"t":0,"replicas":0,"active":true,
            "expect":{"replicas":1,"lastActiveTime":0,"activeCondition":"True/ScalerActive"}},
            {"t":15,"replicas":1,"annotations":["paused=true"],
            "expect":{"replicas":1,"lastActiveTime":0,"activeCondition":"True/ScalerActive"}},
            {"t":300,"replicas":1,
            "expect":{"replicas":1,"lastActiveTime":0,"activeCondition":"False/ScalerCooldown"}}]}
            """;

    private static final String FALLBACK =
            """
            {"case":"e","fallback":{"failureThreshold":0,"replicas":4,"behavior":"static"},
            "targetKind":"averageValue","targetMilli":2500,"readings":[
            {"valueMilli":9223372036854775807,"currentReplicas":9,"readyPods":9,
            "expect":{"valueMilli":9223372036854775807,"numberOfFailures":0,
            "fallbackCondition":"False/NoFallbackFound"}},
            {"valueMilli":null,"currentReplicas":9,"readyPods":9,
            "expect":{"valueMilli":10000,"fallbackActive":true,"numberOfFailures":1,
            "fallbackCondition":"True/FallbackExists"}}]}
            """;

    private static <T extends GoldenCase> T read(Class<T> type, String line) {
        return type.cast(GoldenReader.read(line, type, "test:1"));
    }

    private static Mismatch mismatch(Class<? extends GoldenCase> type, String line) {
        return read(type, line).replay().orElseThrow();
    }

    @Test
    void whatUpstreamDecidedAgrees() {
        assertThat(read(KpaSeriesCase.class, DECIDER).replay()).isEmpty();
        assertThat(read(KpaSeriesCase.class, PIPELINE).replay()).isEmpty();
        assertThat(read(KpaZeroCase.class, ZERO).replay()).isEmpty();
        assertThat(read(KedaSeriesCase.class, KEDA).replay()).isEmpty();
        assertThat(read(KedaFallbackCase.class, FALLBACK).replay()).isEmpty();
    }

    @Test
    void aSeriesSaysAtWhichTickItDiffers() {
        String wrong = DECIDER.replace("\"invalid\":true", "\"panicking\":true");
        KpaSeriesCase line = read(KpaSeriesCase.class, wrong);

        assertThat(line.replay())
                .contains(
                        new Mismatch(
                                "tick t=4",
                                line.ticks().get(1),
                                new KpaExpect(0, 0, true, false, null, null),
                                new KpaExpect(0, 0, false, true, null, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "36.000009, 36.00002",
        "'\"panic\":36', '\"panic\":35.9'",
        "'\"desired\":4', '\"desired\":5'"
    })
    void averagesAgreeWithinAHundredThousandthAndTheRestExactly(String right, String wrong) {
        Mismatch mismatch = mismatch(KpaSeriesCase.class, PIPELINE.replace(right, wrong));

        assertThat(mismatch.at()).isEqualTo("tick t=2");
        assertThat(mismatch.got()).isEqualTo(new KpaExpect(4, -1, false, false, 36.0, 36.0));
    }

    @Test
    void aPipelineMustSeeAverages() {
        String wrong = PIPELINE.replace(",\"stable\":36.000009,\"panic\":36", "");

        assertThat(mismatch(KpaSeriesCase.class, wrong).at()).isEqualTo("tick t=2");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"desired\":1', '\"desired\":0'",
        "'\"scaledTo\":null', '\"scaledTo\":1'",
        "'AfterSeconds\":1}', 'AfterSeconds\":2}'",
        "'AfterSeconds\":1}', 'AfterSeconds\":1,\"asyncProbeStarted\":true}'"
    })
    void aDecisionDiffersInAnyOfItsParts(String right, String wrong) {
        Mismatch mismatch = mismatch(KpaZeroCase.class, ZERO.replace(right, wrong));

        assertThat(mismatch.at()).isEqualTo("decision");
        assertThat(mismatch.got()).isEqualTo(new KpaZeroCase.Expect(1, null, 1L, false));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"replicas\":1,\"lastActiveTime\":0,\"activeCondition\":\"False',"
                + " '{\"replicas\":0,\"lastActiveTime\":0,\"activeCondition\":\"False'",
        "False/ScalerCooldown, False/ScalerNotActive",
        "'ScalerCooldown\"', 'ScalerCooldown\",\"readyCondition\":\"False/TriggerError\"'"
    })
    void aSeriesSaysAtWhichPollItDiffers(String right, String wrong) {
        assertThat(mismatch(KedaSeriesCase.class, KEDA.replace(right, wrong)).at())
                .isEqualTo("poll t=300");
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 10001",
        "'\"numberOfFailures\":1', '\"numberOfFailures\":2'",
        "True/FallbackExists, False/NoFallbackFound",
        "'\"fallbackActive\":true', '\"failed\":true'"
    })
    void aSeriesSaysAtWhichReadingItDiffers(String right, String wrong) {
        assertThat(mismatch(KedaFallbackCase.class, FALLBACK.replace(right, wrong)).at())
                .isEqualTo("reading 2");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"t\":2', '\"t\":2,\"x\":1'",
        "'\"t\":2', '\"t\":2.5'",
        "'\"t\":2', '\"t\":null'",
        "'\"t\":2', '\"t\":\"2\"'",
        "'\"t\":2,', ''",
        "'\"ready\":4', '\"ready\":null'",
        "'\"ready\":4', '\"ready\":4,\"readyError\":\"failed\"'",
        "'[2,36]', '[2.5,36]'",
        "'[2,36]', '[2,36,0,0,0,0]'",
        "'[2,36]', '[]'",
        "'[2,36]', '2'",
        "'[2,36]', '[2,null]'",
        "'[2,36]', '[2,\"36\"]'",
        "'pipeline', 'decider'",
        "'pipeline', 'other'",
        "'concurrency', 'memory'",
        "'\"metric\":\"concurrency\"', '\"metric\":null'",
        "'\"panicThreshold\":2', '\"panicThreshold\":\"2\"'",
        "'\"ready\":4', '\"ready\":4,\"noData\":true'"
    })
    void aLineThatDoesNotFitIsRefused(String right, String wrong) {
        assertThat(PIPELINE).contains(right);
        assertThatThrownBy(() -> read(KpaSeriesCase.class, PIPELINE.replace(right, wrong)))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "=true"})
    void anAnnotationWithoutNameOrTextIsRefused(String annotation) {
        assertThatThrownBy(
                        () -> read(KedaSeriesCase.class, KEDA.replace("paused=true", annotation)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("test:1: polls[1] '{")
                .hasMessageEndingWith("write name=text");
    }

    @Test
    void anAnnotationThatNoRuleKnowsIsLeftAlone() {
        String unknown = KEDA.replace("paused=true", "team=web");

        assertThat(mismatch(KedaSeriesCase.class, unknown).at()).isEqualTo("poll t=15");
    }
}
