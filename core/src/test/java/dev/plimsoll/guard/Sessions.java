// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.ReviewBuilder.NOW;

import dev.plimsoll.model.Replica;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.ReplicaReading;
import dev.plimsoll.telemetry.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Replicas, and the sessions that are open at them. */
final class Sessions {
    private final List<ReplicaReading> replicas = new ArrayList<>();

    private Sessions() {}

    static Sessions open(String replica, double sessions) {
        return new Sessions().and(replica, sessions);
    }

    Sessions and(String replica, double sessions) {
        return and(replica, new Reading.Fresh(sessions, NOW));
    }

    Sessions and(String replica, Reading sessions) {
        replicas.add(new ReplicaReading(replica, Reading.NEVER_SEEN, sessions));
        return this;
    }

    /** With a fresh demand of one request/s. */
    Readings readings() {
        return Readings.of(Map.of(Signal.DEMAND, new Reading.Fresh(1, NOW)), replicas);
    }

    static Replica ready(String name) {
        return new Replica(name, Replica.Phase.READY);
    }

    static Replica starting(String name) {
        return new Replica(name, Replica.Phase.STARTING);
    }

    static Replica leaving(String name) {
        return new Replica(name, Replica.Phase.LEAVING);
    }
}
