// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll doctor}: looks whether a controller could run. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at all that 'plimsoll run' needs, a line each: the files, the platform and its"
                    + " workloads, the store and who holds it, the socket, the management address,"
                    + " the files of secrets.",
            "",
            "It only looks: it takes nothing over, and can be run beside a controller. Exit code 1:"
                    + " something is not as it should be; its line says how to mend it.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll doctor -f examples/flash-crowd.yaml")
final class DoctorCommand implements Callable<Integer> {
    private final PrintStream out;
    private final ControllerHost host;

    @Option(
            names = "-f",
            paramLabel = "FILE",
            required = true,
            description = "A YAML file of policies and a controller; may be given several times.")
    private List<String> files = List.of();

    @Option(names = "-o", description = "Form: table or json. Default: ${DEFAULT-VALUE}.")
    private String form = "table";

    DoctorCommand(PrintStream out, ControllerHost host) {
        this.out = out;
        this.host = host;
    }

    @Override
    public Integer call() {
        OutputForm output = OutputForm.parse(form, OutputForm.TABLE, OutputForm.JSON);
        List<Finding> findings = host.examine(PolicyFiles.paths(files));
        out.print(output == OutputForm.JSON ? json(findings) : lines(findings));
        return findings.stream().allMatch(Finding::sound) ? 0 : CommandRunner.NO;
    }

    private static String lines(List<Finding> findings) {
        StringBuilder lines = new StringBuilder();
        for (Finding finding : findings) {
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "%-8s %-11s %s%n",
                            finding.sound() ? "ok" : "problem",
                            finding.subject(),
                            finding.sentence()));
        }
        return lines.toString();
    }

    private static String json(List<Finding> findings) {
        ObjectNode root = Json.object("plimsoll.dev/doctor/v1");
        ArrayNode array = root.putArray("findings");
        for (Finding finding : findings) {
            array.addObject()
                    .put("subject", finding.subject())
                    .put("ok", finding.sound())
                    .put("sentence", finding.sentence());
        }
        return Json.text(root) + System.lineSeparator();
    }
}
