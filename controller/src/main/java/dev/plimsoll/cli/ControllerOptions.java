// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.model.InvalidInputException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What all commands that talk to a running controller have. */
final class ControllerOptions {
    @Option(
            names = "--socket",
            paramLabel = "PATH",
            defaultValue = "${env:PLIMSOLL_SOCKET:-plimsoll.sock}",
            description =
                    "The controller's socket, its spec.socket. Default: $PLIMSOLL_SOCKET, or"
                            + " plimsoll.sock.")
    private String socket = "";

    @Option(
            names = "-o",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "Form: table or json. Default: ${DEFAULT-VALUE}.")
    private String form = "";

    /** Reads the options; nobody is asked yet. */
    ControllerClient client() {
        isJson();
        try {
            return new ControllerClient(Path.of(socket));
        } catch (InvalidPathException e) {
            throw new InvalidInputException(
                    "--socket", "path", socket, "give a path that this system knows");
        }
    }

    boolean isJson() {
        return OutputForm.parse(form, OutputForm.TABLE, OutputForm.JSON) == OutputForm.JSON;
    }

    /** Prints an answer, as it came or as people read it. */
    void print(PrintStream out, ObjectNode answer, Function<ObjectNode, Object> table) {
        out.println(isJson() ? Json.text(answer) : table.apply(answer).toString().stripTrailing());
    }
}
