// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Document;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.CadencePart;
import dev.plimsoll.config.workload.SloPart;
import dev.plimsoll.config.workload.StatePart;
import dev.plimsoll.config.workload.WorkloadPart;
import dev.plimsoll.model.Workload;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.time.Duration;

/** A policy as it is written, part by part. */
record PolicyPart(
        Found<String> namespace,
        Found<String> name,
        TargetPart target,
        ConsentPart consent,
        Found<PolicySpec> policy,
        WorkloadPart workload,
        StatePart state,
        CadencePart cadence,
        MetricsPart metrics) {

    static final String KIND = "ScalingPolicy";

    /** What the design of a policy has and nothing can do yet. */
    private static final String[] NOT_YET = {"priority", "timezone", "vertical", "schedules"};

    static PolicyPart read(Document document) {
        Fields metadata =
                document.metadata().notYet("labels", "annotations").only("name", "namespace");
        Fields spec = document.spec().fields().notYet(NOT_YET).only(fields());
        Fields slo = spec.field("slo").fields().notYet("objective", "window");
        Fields kept = spec.field("state").fields();
        StatePart state = StatePart.read(kept);
        return new PolicyPart(
                metadata.field("namespace").read(Forms.name(), "default"),
                document.name(),
                TargetPart.read(spec.field("scaleTargetRef").fields()),
                ConsentPart.read(spec),
                spec.field("policy").read(new GuardedPolicyForm(), PolicySpec.parse("predictive")),
                WorkloadPart.read(spec, SloPart.readWithTarget(slo)),
                state,
                CadencePart.read(spec.field("telemetry").fields().only("interval", "delay")),
                MetricsPart.read(spec, state, kept));
    }

    private static String[] fields() {
        return WorkloadPart.fieldsAnd(
                "scaleTargetRef",
                "mode",
                "approval",
                "promotion",
                "policy",
                "demand",
                "latency",
                "signals",
                "telemetry");
    }

    /** What has to do with nothing but this policy. */
    void check() {
        consent.check();
        WorkloadPart.atMost(workload.min(), workload.max(), "spec.maxReplicas");
        WorkloadPart.atMost(state.quorum(), workload.max(), "spec.maxReplicas");
        policy.require(
                workload.max(),
                (spec, most) -> fixed(spec) <= most,
                most -> "give at most spec.maxReplicas, which is %d".formatted(most));
        if (!metrics.told().isEmpty()) { // else it sees what its platform measures
            Evidence.check(policy, metrics.told());
        }
    }

    /** How many replicas it always wants; 0 where it decides. */
    private static int fixed(PolicySpec spec) {
        return Integer.parseInt(spec.knobs().getOrDefault("replicas", "0"));
    }

    /**
     * What it says; only once it is known to have no problems.
     *
     * @param cycle the controller's
     */
    ScalingPolicy policy(Duration cycle) {
        Target scaled = target.target(namespace.value());
        Workload owned = workload.workload(scaled.id(), cadence.cadence(cycle), state.kind());
        return new ScalingPolicy(
                namespace.value(),
                name.value(),
                scaled,
                policy.value(),
                owned.with(consent.consent()),
                consent.promotion().map(PromotionPart::promotion),
                metrics.read());
    }
}
