// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.adapter.fleet.FleetClient;
import dev.plimsoll.adapter.fleet.FleetClock;
import dev.plimsoll.adapter.fleet.FleetPlatform;
import dev.plimsoll.adapter.fleet.FleetTelemetry;
import dev.plimsoll.config.policy.PlatformSettings;
import dev.plimsoll.control.Platform;
import dev.plimsoll.telemetry.TelemetrySource;
import java.time.Duration;

/**
 * What a controller decides on and acts in, and the clock by which it does.
 *
 * @param collection asks what there is to be read now
 */
record World(FleetClock clock, Platform platform, TelemetrySource telemetry, Runnable collection) {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);

    /**
     * Joins a platform.
     *
     * @throws dev.plimsoll.control.PlatformException if it does not answer
     */
    static World of(PlatformSettings settings, Policies policies, OpenJournal open) {
        return switch (settings) {
            case PlatformSettings.Simulated(var socket) -> {
                FleetClient client = new FleetClient(socket, ANSWER_TIMEOUT);
                FleetClock clock =
                        FleetClock.of(client, open.newest().plusMillis(1), System::nanoTime);
                var telemetry = new FleetTelemetry(client, policies::cadence, clock);
                yield new World(
                        clock,
                        new FleetPlatform(client, open.epoch(), clock),
                        telemetry,
                        telemetry::refresh);
            }
        };
    }
}
