// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Found;
import java.nio.file.Path;

/** Where workloads run. */
record PlatformPart(Found<Path> simulated) {
    static PlatformPart read(Fields fields, Path folder) {
        fields.notYet("kubernetes", "swarm", "libvirt").only("simulated");
        return new PlatformPart(fields.field("simulated").read(Addresses.unix(folder)));
    }

    PlatformSettings platform() {
        return new PlatformSettings.Simulated(simulated.value());
    }
}
