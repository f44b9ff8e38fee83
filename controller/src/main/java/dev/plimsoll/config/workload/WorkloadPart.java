// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.workload;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Limits, objective, pace and size of a workload; its state is read apart. */
public record WorkloadPart(
        Found<Integer> min,
        Found<Integer> max,
        SloPart objective,
        BehaviorPart behavior,
        Found<Double> blastRadius,
        Found<Duration> holdFor,
        Found<Double> cpu,
        Found<Long> memory) {

    /** The most that can be asked for. */
    public static final int MOST_REPLICAS = 100_000;

    /** Its fields, those of its state included. */
    private static final List<String> FIELDS =
            List.of(
                    "minReplicas",
                    "maxReplicas",
                    "slo",
                    "state",
                    "behavior",
                    "blastRadius",
                    "holdFor",
                    "request");

    /** Its fields with others beside them. */
    public static String[] fieldsAnd(String... others) {
        return Stream.concat(Stream.of(others), FIELDS.stream()).toArray(String[]::new);
    }

    public static WorkloadPart read(Fields fields, SloPart objective) {
        Fields request = fields.field("request").fields().only("cpu", "memory");
        return new WorkloadPart(
                fields.field("minReplicas").read(Forms.whole(1, MOST_REPLICAS), 1),
                fields.field("maxReplicas").read(Forms.whole(1, MOST_REPLICAS)),
                objective,
                BehaviorPart.read(fields.field("behavior").fields()),
                fields.field("blastRadius")
                        .read(Forms.share(0.001), Protection.DEFAULT.blastRadius()),
                fields.field("holdFor")
                        .read(
                                Forms.duration(Duration.ZERO, Duration.ofDays(1)),
                                Protection.DEFAULT.holdFor()),
                request.field("cpu").read(Forms.cores(), Workload.USUAL_REQUEST.cpuCores()),
                request.field("memory").read(Forms.bytes(), Workload.USUAL_REQUEST.memoryBytes()));
    }

    /** Tells of a number above a limit that another field gives. */
    public static void atMost(Found<Integer> number, Found<Integer> limit, String field) {
        number.require(
                limit,
                (value, most) -> value <= most,
                most -> "give at most %s, which is %d".formatted(field, most));
    }

    public Slo slo() {
        return objective.slo();
    }

    public boolean hasUsableRequest() {
        return cpu.isUsable() && memory.isUsable();
    }

    /** What one replica takes. */
    public Resources request() {
        return new Resources(cpu.value(), memory.value());
    }

    public Workload workload(WorkloadId id, Cadence cadence, StateKind state) {
        return new Workload(
                id,
                new ReplicaLimits(min.value(), max.value()),
                slo(),
                objective.violationCost().value(),
                behavior.behavior(),
                cadence,
                request(),
                new Protection(state, blastRadius.value(), holdFor.value()));
    }
}
