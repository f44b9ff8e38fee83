// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control.form;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.Protection;
import dev.plimsoll.model.ReplicaLimits;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workload;

/** What the owner of a workload asked for when it was decided on. */
final class WorkloadForm {
    private WorkloadForm() {}

    static void put(Workload workload, StateWriter out) {
        Pieces.putWorkload(workload.id(), out);
        out.putInt(workload.limits().min()).putInt(workload.limits().max());
        out.putDouble(workload.slo().quantile()).putDouble(workload.slo().targetSeconds());
        out.putDouble(workload.violationCost());
        put(workload.behavior(), out);
        put(workload.cadence(), out);
        SnapshotForm.put(workload.request(), out);
        put(workload.protection(), out);
        put(workload.consent(), out);
    }

    /** In the first form nobody could be asked. */
    static Workload get(int form, StateReader in) {
        return new Workload(
                Pieces.getWorkload(in),
                new ReplicaLimits(in.getInt(), in.getInt()),
                new Slo(in.getDouble(), in.getDouble()),
                in.getDouble(),
                getBehavior(in),
                getCadence(in),
                SnapshotForm.getResources(in),
                getProtection(in),
                form == 1 ? Consent.FULL : getConsent(in));
    }

    private static void put(ScalingBehavior behavior, StateWriter out) {
        out.putInt(behavior.maxActionsPerMinute()).putDouble(behavior.scaleInShare());
        Pieces.putDuration(behavior.scaleInPeriod(), out);
        Pieces.putDuration(behavior.coolDown(), out);
        out.putInt(behavior.scaleInAfterPeriods());
    }

    private static ScalingBehavior getBehavior(StateReader in) {
        return new ScalingBehavior(
                in.getInt(),
                in.getDouble(),
                Pieces.getDuration(in),
                Pieces.getDuration(in),
                in.getInt());
    }

    private static void put(Cadence cadence, StateWriter out) {
        Pieces.putDuration(cadence.cycle(), out);
        Pieces.putDuration(cadence.metricsInterval(), out);
        Pieces.putDuration(cadence.metricsDelay(), out);
    }

    private static Cadence getCadence(StateReader in) {
        return new Cadence(Pieces.getDuration(in), Pieces.getDuration(in), Pieces.getDuration(in));
    }

    private static void put(Protection protection, StateWriter out) {
        put(protection.state(), out);
        out.putDouble(protection.blastRadius());
        Pieces.putDuration(protection.holdFor(), out);
    }

    private static Protection getProtection(StateReader in) {
        return new Protection(getState(in), in.getDouble(), Pieces.getDuration(in));
    }

    private static void put(Consent consent, StateWriter out) {
        Pieces.putConstant(consent.mode(), out);
        Pieces.putNumber("share above which is asked", consent.approvalAbove(), out);
        out.putInt(consent.onProbation() ? 1 : 0);
    }

    private static Consent getConsent(StateReader in) {
        return new Consent(
                Pieces.getConstant(Mode.class, in),
                Pieces.getNumber("share above which is asked", in),
                in.getInt() != 0);
    }

    private static void put(StateKind state, StateWriter out) {
        switch (state) {
            case StateKind.Stateless _ -> out.putInt(0);
            case StateKind.Sessions(var drainTimeout) ->
                    Pieces.putDuration(drainTimeout, out.putInt(1));
            case StateKind.Ordered(int quorum) -> out.putInt(2).putInt(quorum);
        }
    }

    private static StateKind getState(StateReader in) {
        int kind = in.getInt();
        return switch (kind) {
            case 0 -> StateKind.STATELESS;
            case 1 -> new StateKind.Sessions(Pieces.getDuration(in));
            case 2 -> new StateKind.Ordered(in.getInt());
            default -> throw Pieces.unknown("state", kind);
        };
    }
}
