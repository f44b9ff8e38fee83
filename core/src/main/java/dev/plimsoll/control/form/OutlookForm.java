// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control.form;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.capacity.LeadTime;
import dev.plimsoll.capacity.MmcStation;
import dev.plimsoll.forecast.bound.DemandBound;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Outlook;

/** All that was decided on. */
final class OutlookForm {
    private OutlookForm() {}

    static void put(Outlook outlook, StateWriter out) {
        WorkloadForm.put(outlook.workload(), out);
        out.putInstant(outlook.at());
        SnapshotForm.put(outlook.snapshot(), out);
        put(outlook.capacity(), out);
        Pieces.putNumber("lead time", outlook.leadTime().medianSeconds(), out);
        Pieces.putNumber("spread of lead times", outlook.leadTime().logSpread(), out);
        put(outlook.bound(), out);
        out.putInstant(outlook.lastChange());
    }

    static Outlook get(int form, StateReader in) {
        return new Outlook(
                WorkloadForm.get(form, in),
                in.getInstant(),
                SnapshotForm.get(in),
                getCapacity(in),
                new LeadTime(
                        Pieces.getNumber("lead time", in),
                        Pieces.getNumber("spread of lead times", in)),
                DemandBound.restore(in),
                in.getInstant());
    }

    private static void put(Capacity capacity, StateWriter out) {
        switch (capacity) {
            case Capacity.Unknown _ -> out.putInt(0);
            case Capacity.Known known -> {
                Pieces.putNumber("capacity", known.demandPerReplica(), out.putInt(1));
                Pieces.putNumber("edge load", known.edgeLoad(), out);
                Pieces.putConstant(known.basis(), out);
                Pieces.putOptional(known.station(), OutlookForm::put, out);
            }
        }
    }

    private static Capacity getCapacity(StateReader in) {
        int kind = in.getInt();
        return switch (kind) {
            case 0 -> Capacity.UNKNOWN;
            case 1 ->
                    new Capacity.Known(
                            Pieces.getNumber("capacity", in),
                            Pieces.getNumber("edge load", in),
                            Pieces.getConstant(Capacity.Basis.class, in),
                            Pieces.getOptional(OutlookForm::getStation, in));
            default -> throw Pieces.unknown("capacity", kind);
        };
    }

    private static void put(MmcStation station, StateWriter out) {
        out.putInt(station.concurrency()).putDouble(station.serviceSeconds());
    }

    private static MmcStation getStation(StateReader in) {
        return new MmcStation(in.getInt(), in.getDouble());
    }

    private static void put(DemandBound bound, StateWriter out) {
        switch (bound) {
            case DemandBound.None _ -> {}
            case DemandBound.Expected expected -> check(expected);
            case DemandBound.Upper upper -> {
                check(upper.expected());
                Pieces.check("bound of demand", upper.upper());
                Pieces.check("chance of a miss", upper.odds().missChance());
                Pieces.check("cost of a miss", upper.odds().violationCost());
            }
        }
        DemandBound.save(bound, out);
    }

    private static void check(DemandBound.Expected expected) {
        Pieces.check("expected demand", expected.demand());
    }
}
