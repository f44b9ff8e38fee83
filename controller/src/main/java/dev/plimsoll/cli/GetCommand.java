// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.WorkloadId;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll get}: how a running controller and its workloads stand. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how the workloads of a running controller stand, and what is wrong at present.",
            "",
            "Times are those of the controller's clock, in UTC. docs/run.md has more.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll get --socket /tmp/flash-crowd.sock",
            "  plimsoll get shop/web -o json"
        })
final class GetCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin private ControllerOptions options = new ControllerOptions();

    @Mixin private WorkloadParameter workload = new WorkloadParameter();

    GetCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        ControllerClient client = options.client();
        Optional<WorkloadId> only = workload.id(client);
        if (only.isPresent()) {
            options.print(out, client.get(ControllerClient.path(only.get())), GetReport::one);
        } else {
            options.print(
                    out,
                    client.get("/v1/workloads"),
                    answer -> GetReport.all(answer, client.get("/v1/status")));
        }
        return 0;
    }
}
