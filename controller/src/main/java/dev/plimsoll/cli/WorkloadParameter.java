// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.WorkloadId;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The workload of a command that is for all of them where none is named. */
final class WorkloadParameter {
    @Parameters(
            arity = "0..1",
            paramLabel = "WORKLOAD",
            description = "NAMESPACE/NAME, or NAME where it is the only one. Default: all of them.")
    private Optional<String> typed = Optional.empty();

    /** The one that is named, if one is. */
    Optional<WorkloadId> id(ControllerClient client) {
        return typed.map(client::workload);
    }
}
