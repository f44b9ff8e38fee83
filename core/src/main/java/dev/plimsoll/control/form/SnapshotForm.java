// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control.form;

import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.ReplicaReading;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was seen of a workload. Signals that were never seen take no room. */
final class SnapshotForm {
    private SnapshotForm() {}

    static void put(WorkloadSnapshot snapshot, StateWriter out) {
        put(snapshot.inventory(), out);
        put(snapshot.readings(), out);
        put(snapshot.pool().left(), out);
        out.putInt(snapshot.pool().quota());
    }

    static WorkloadSnapshot get(StateReader in) {
        return new WorkloadSnapshot(
                getInventory(in), getReadings(in), new Pool(getResources(in), in.getInt()));
    }

    static void put(Resources resources, StateWriter out) {
        Pieces.putNumber("cores", resources.cpuCores(), out);
        out.putLong(resources.memoryBytes());
    }

    static Resources getResources(StateReader in) {
        return new Resources(Pieces.getNumber("cores", in), in.getLong());
    }

    private static void put(Inventory inventory, StateWriter out) {
        Pieces.putWorkload(inventory.workload(), out);
        out.putInt(inventory.desired()).putInt(inventory.ready()).putLong(inventory.version());
        Pieces.putList(inventory.completedStarts(), Pieces::putDuration, out);
        Pieces.putOptional(inventory.pendingSince(), (at, to) -> to.putInstant(at), out);
        Pieces.putList(inventory.replicas(), SnapshotForm::put, out);
    }

    private static Inventory getInventory(StateReader in) {
        return new Inventory(
                Pieces.getWorkload(in),
                in.getInt(),
                in.getInt(),
                in.getLong(),
                Pieces.getList(Pieces::getDuration, in),
                Pieces.getOptional(StateReader::getInstant, in),
                Pieces.getList(SnapshotForm::getReplica, in));
    }

    private static void put(Replica replica, StateWriter out) {
        out.putString(replica.name());
        Pieces.putConstant(replica.phase(), out);
    }

    private static Replica getReplica(StateReader in) {
        return new Replica(in.getString(), Pieces.getConstant(Replica.Phase.class, in));
    }

    private static void put(Readings readings, StateWriter out) {
        List<Signal> known = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            if (readings.isKnown(signal)) {
                known.add(signal);
            }
        }
        Pieces.putList(
                known,
                (signal, to) -> {
                    Pieces.putConstant(signal, to);
                    put(readings.of(signal), to);
                },
                out);
        Pieces.putList(readings.replicas(), SnapshotForm::put, out);
    }

    private static Readings getReadings(StateReader in) {
        Map<Signal, Reading> bySignal = new EnumMap<>(Signal.class);
        int known = in.getInt();
        for (int i = 0; i < known; i++) {
            bySignal.put(Pieces.getConstant(Signal.class, in), getReading(in));
        }
        return Readings.of(bySignal, Pieces.getList(SnapshotForm::getReplicaReading, in));
    }

    private static void put(ReplicaReading reading, StateWriter out) {
        out.putString(reading.replica());
        put(reading.utilization(), out);
        put(reading.sessions(), out);
    }

    private static ReplicaReading getReplicaReading(StateReader in) {
        return new ReplicaReading(in.getString(), getReading(in), getReading(in));
    }

    private static void put(Reading reading, StateWriter out) {
        switch (reading) {
            case Reading.Fresh(double value, var at) -> {
                Pieces.putNumber("a fresh reading", value, out.putInt(0));
                out.putInstant(at);
            }
            case Reading.Stale(double value, var at) -> {
                Pieces.putNumber("a stale reading", value, out.putInt(1));
                out.putInstant(at);
            }
            case Reading.Suspect(double value, var at, var doubt) -> {
                Pieces.putNumber("a suspect reading", value, out.putInt(2));
                Pieces.putConstant(doubt, out.putInstant(at));
            }
            case Reading.Absent(var cause) -> Pieces.putConstant(cause, out.putInt(3));
        }
    }

    private static Reading getReading(StateReader in) {
        int kind = in.getInt();
        return switch (kind) {
            case 0 -> new Reading.Fresh(Pieces.getNumber("a fresh reading", in), in.getInstant());
            case 1 -> new Reading.Stale(Pieces.getNumber("a stale reading", in), in.getInstant());
            case 2 ->
                    new Reading.Suspect(
                            Pieces.getNumber("a suspect reading", in),
                            in.getInstant(),
                            Pieces.getConstant(Reading.Doubt.class, in));
            case 3 -> new Reading.Absent(Pieces.getConstant(Reading.Cause.class, in));
            default -> throw Pieces.unknown("reading", kind);
        };
    }
}
