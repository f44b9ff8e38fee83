// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.adapter.fleet.FleetClient;
import dev.plimsoll.adapter.fleet.FleetClock;
import dev.plimsoll.adapter.fleet.FleetPlatform;
import dev.plimsoll.adapter.fleet.FleetTelemetry;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.config.policy.PlatformSettings;
import dev.plimsoll.control.Platform;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.TelemetrySource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedSet;

/**
 * What a controller decides on and acts in, and the clock by which it does. A policy that names no
 * metric sees what its platform measures. Used by one thread, but for the turns of workloads.
 */
final class World implements TelemetrySource, AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);

    private final FleetClock clock;
    private final FleetPlatform platform;
    private final FleetTelemetry measured;
    private final Sources sources;
    private final Policies policies;

    /**
     * Joins a platform.
     *
     * @throws dev.plimsoll.control.PlatformException if it does not answer
     * @throws InvalidInputException if the sources do not go with it
     */
    World(ControllerSettings settings, Policies policies, OpenJournal open) {
        Path socket =
                switch (settings.platform()) {
                    case PlatformSettings.Simulated(var path) -> path;
                };
        FleetClient client = new FleetClient(socket, ANSWER_TIMEOUT);
        this.clock = FleetClock.of(client, open.newest().get().plusMillis(1), System::nanoTime);
        this.platform = new FleetPlatform(client, open.epoch(), clock);
        this.measured = new FleetTelemetry(client, policies::cadence, clock);
        this.policies = policies;
        requireDatable(clock, policies);
        this.sources = new Sources(settings.sources(), policies, clock);
    }

    /** Refuses sources whose readings the clock cannot date. */
    static void requireDatable(InstantSource clock, Policies policies) {
        if (clock instanceof FleetClock fleet && fleet.speed() != 1 && policies.readSources()) {
            throw new InvalidInputException(
                    "spec.platform.simulated",
                    "speed",
                    String.valueOf(fleet.speed()),
                    "what is read from sources can only be dated at speed 1; start the fleet with"
                            + " it, or leave all metrics out to see what the fleet measures");
        }
    }

    FleetClock clock() {
        return clock;
    }

    Platform platform() {
        return platform;
    }

    /** What the platform had when it was last asked. */
    SortedSet<WorkloadId> workloads() {
        return platform.workloads();
    }

    /** Asks what there is to be read now. */
    void refresh() {
        if (policies.readPlatform()) {
            measured.refresh();
        }
        if (policies.readSources()) {
            sources.refresh(clock.instant());
        }
    }

    @Override
    public Readings read(WorkloadId workload, Instant now) {
        return policies.of(workload).metrics().isEmpty()
                ? measured.read(workload, now)
                : sources.telemetry().read(workload, now);
    }

    /** What is wrong with what is read, a sentence each. */
    List<String> problems() {
        return sources.telemetry().problems();
    }

    /** The sources whose clock differs, a sentence each. */
    List<String> clockDifferences() {
        return sources.telemetry().clockDifferences();
    }

    @Override
    public void close() {
        sources.close();
    }
}
