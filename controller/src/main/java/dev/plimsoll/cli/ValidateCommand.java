// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.config.policy.ConfigurationReader;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll validate}: checks files of policies, and says what was understood. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the files of a controller and its policies, and prints what was understood.",
            "",
            "All problems are told at once, each on a line with file, line, field, value and mend;"
                    + " then the exit code is 2. Files that belong together are given together:"
                    + " a policy may read sources that another file declares. Nothing is"
                    + " connected to, and no other file is opened. docs/policy-file.md has every"
                    + " field.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll validate -f examples/plimsoll.yaml",
            "  plimsoll validate -f controller.yaml -f shop.yaml -o json"
        })
final class ValidateCommand implements Callable<Integer> {
    private final PrintStream out;

    @Option(
            names = "-f",
            paramLabel = "FILE",
            required = true,
            description = "A YAML file of policies; may be given several times.")
    private List<String> files = List.of();

    @Option(names = "-o", description = "Form: table or json. Default: ${DEFAULT-VALUE}.")
    private String form = "table";

    ValidateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        OutputForm output = OutputForm.parse(form, OutputForm.TABLE, OutputForm.JSON);
        Configuration understood =
                ConfigurationReader.read(
                        PolicyFiles.paths(files).stream()
                                .map(ConfigurationReader::source)
                                .toList());
        out.println(
                output == OutputForm.JSON
                        ? ValidateReport.json(understood)
                        : ValidateReport.table(understood));
        return 0;
    }
}
