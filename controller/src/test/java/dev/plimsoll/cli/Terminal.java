// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.app.Controller;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command left on the terminal.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Terminal(int code, String out, String err) {
    /** Runs a command in this process. */
    static Terminal run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream printedErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = run(printedOut, printedErr, arguments);
        printedOut.flush();
        printedErr.flush();
        return new Terminal(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Whatever a library prints beside the command counts as printed by it. */
    private static int run(PrintStream out, PrintStream err, String... arguments) {
        PrintStream systemErr = System.err;
        System.setErr(err);
        try {
            return Plimsoll.run(out, err, new Controller(), arguments);
        } finally {
            System.setErr(systemErr);
        }
    }

    /** What a command that must succeed wrote, as bytes. */
    static byte[] bytes(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(run(printed, printed, arguments)).isZero();
        printed.flush();
        return out.toByteArray();
    }

    /** Runs a command that must succeed without a complaint. */
    static Terminal succeed(String... arguments) {
        Terminal terminal = run(arguments);
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.code()).isZero();
        return terminal;
    }

    /** What was printed, as JSON. */
    JsonNode json() {
        return json(out);
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
