// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Readings for tests, built up signal by signal; what is not named was never seen. */
public final class TestReadings {
    private final Map<Signal, Reading> bySignal = new EnumMap<>(Signal.class);
    private final List<ReplicaReading> replicas = new ArrayList<>();
    private final Instant at;

    private TestReadings(Instant at) {
        this.at = at;
    }

    /** Readings of the interval that ended at {@code at}. */
    public static TestReadings at(Instant at) {
        return new TestReadings(at);
    }

    public TestReadings fresh(Signal signal, double value) {
        bySignal.put(signal, new Reading.Fresh(value, at));
        return this;
    }

    public TestReadings stale(Signal signal, double value) {
        bySignal.put(signal, new Reading.Stale(value, at));
        return this;
    }

    public TestReadings put(Signal signal, Reading reading) {
        bySignal.put(signal, reading);
        return this;
    }

    /** The busy share of one more replica, named r0, r1 and so on. */
    public TestReadings replica(Reading utilization) {
        replicas.add(new ReplicaReading("r" + replicas.size(), utilization, Reading.NEVER_SEEN));
        return this;
    }

    /** The same, fresh. */
    public TestReadings replica(double utilization) {
        return replica(new Reading.Fresh(utilization, at));
    }

    public Readings readings() {
        return Readings.of(bySignal, replicas);
    }
}
