// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import java.nio.file.Path;

/** Where workloads run. */
public sealed interface PlatformSettings {
    /** The embedded fleet, in another process that listens on a Unix socket. */
    record Simulated(Path socket) implements PlatformSettings {
        @Override
        public String toString() {
            return "simulated unix:" + socket;
        }
    }
}
