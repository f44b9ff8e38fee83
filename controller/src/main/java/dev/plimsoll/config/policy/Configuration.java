// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import java.util.List;
import java.util.Optional;

/**
 * All that a controller is told.
 *
 * @param controller empty where the files hold policies alone
 * @param policies in the order in which they were written
 */
public record Configuration(Optional<ControllerSettings> controller, List<ScalingPolicy> policies) {
    public Configuration {
        policies = List.copyOf(policies);
    }
}
