// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

/**
 * A workload and what its owner asks for.
 *
 * @param violationCost kappa: at 100, one request in a thousand violated costs as much as 10 % of
 *     the replica-hours
 * @param request what one replica takes from its pool
 * @param consent what may be done about it without a person
 */
public record Workload(
        WorkloadId id,
        ReplicaLimits limits,
        Slo slo,
        double violationCost,
        ScalingBehavior behavior,
        Cadence cadence,
        Resources request,
        Protection protection,
        Consent consent) {
    /** Half a core and 512 MiB. */
    public static final Resources USUAL_REQUEST = new Resources(0.5, 512L << 20);

    public Workload {
        if (!(violationCost > 0 && Double.isFinite(violationCost))) {
            throw new IllegalArgumentException(
                    "violationCost %s of %s is not a positive number".formatted(violationCost, id));
        }
    }

    /** A workload that is acted on, and nobody is asked. */
    public Workload(
            WorkloadId id,
            ReplicaLimits limits,
            Slo slo,
            double violationCost,
            ScalingBehavior behavior,
            Cadence cadence,
            Resources request,
            Protection protection) {
        this(id, limits, slo, violationCost, behavior, cadence, request, protection, Consent.FULL);
    }

    /** A stateless workload with replicas of the usual size. */
    public Workload(
            WorkloadId id,
            ReplicaLimits limits,
            Slo slo,
            double violationCost,
            ScalingBehavior behavior,
            Cadence cadence) {
        this(id, limits, slo, violationCost, behavior, cadence, USUAL_REQUEST, Protection.DEFAULT);
    }

    /** The same at another price of violations. */
    public Workload withViolationCost(double cost) {
        return new Workload(id, limits, slo, cost, behavior, cadence, request, protection, consent);
    }

    /** The same of another id. */
    public Workload named(WorkloadId other) {
        return new Workload(
                other, limits, slo, violationCost, behavior, cadence, request, protection, consent);
    }

    /** The same with another consent of its owner. */
    public Workload with(Consent other) {
        return new Workload(
                id, limits, slo, violationCost, behavior, cadence, request, protection, other);
    }
}
