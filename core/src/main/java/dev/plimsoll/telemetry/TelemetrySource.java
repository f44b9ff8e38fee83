// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import dev.plimsoll.model.WorkloadId;
import java.time.Instant;

/** Where readings come from. */
public interface TelemetrySource {
    /**
     * The newest readings of a workload that can be seen at {@code now}, each with its quality. A
     * workload or signal that the source does not know is absent; nothing is thrown for it.
     */
    Readings read(WorkloadId workload, Instant now);
}
