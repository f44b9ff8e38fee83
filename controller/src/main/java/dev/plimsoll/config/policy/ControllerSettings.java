// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.model.Cadence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a controller needs itself.
 *
 * @param cycle time between two planning cycles
 * @param tick time between two looks that may only add
 * @param management where it tells of itself
 * @param socket where it is talked to from its own machine
 */
public record ControllerSettings(
        String name,
        PlatformSettings platform,
        StoreSettings store,
        List<PrometheusSource> sources,
        Duration cycle,
        Duration tick,
        ListenAddress management,
        Path socket,
        List<WebHook> webHooks) {

    static final Duration USUAL_CYCLE = Cadence.DEFAULT.cycle();
    static final Duration USUAL_TICK = Duration.ofSeconds(2);
    static final ListenAddress USUAL_MANAGEMENT = new ListenAddress("127.0.0.1", 8081);
    static final String USUAL_SOCKET = "plimsoll.sock";

    public ControllerSettings {
        sources = List.copyOf(sources);
        webHooks = List.copyOf(webHooks);
        if (!tick.isPositive() || tick.compareTo(cycle) > 0) {
            throw new IllegalArgumentException(
                    "tick %s is not above zero and at most the cycle, %s".formatted(tick, cycle));
        }
    }
}
