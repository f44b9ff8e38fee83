// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a controller stands. Immutable.
 *
 * @param time by which it decides; empty until it has met its platform
 * @param conditions what is wrong at present
 */
public record ControllerState(
        Identity identity,
        Optional<Time> time,
        Turns turns,
        List<Condition> conditions,
        SortedMap<WorkloadId, WorkloadState> workloads) {
    public ControllerState {
        conditions = List.copyOf(conditions);
        workloads = Collections.unmodifiableSortedMap(new TreeMap<>(workloads));
    }

    /**
     * Which controller it is.
     *
     * @param since when its process began, by the time of the wall
     * @param platform as a person knows it
     * @param store of its journal, as a person knows it
     */
    public record Identity(
            String name, String version, Instant since, String platform, String store) {}

    /**
     * The clock by which it decides and dates.
     *
     * @param speed how many of its seconds pass in one
     * @param shift how far it is ahead of the platform's
     */
    public record Time(Instant now, int speed, Duration shift) {}

    /**
     * How often its loop has turned.
     *
     * @param cycles planning cycles that were completed
     * @param ticks looks between them that were completed
     * @param longest of the cycles
     * @param total of all cycles
     */
    public record Turns(long cycles, long ticks, Duration longest, Duration total) {}

    /**
     * Something that is wrong.
     *
     * @param kind its name
     * @param subject what it is about; empty where there is one only
     * @param since by the time of the wall
     */
    public record Condition(String kind, String subject, String sentence, Instant since) {}
}
