// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a command's result goes: standard output, or a file.
 *
 * @param out standard output
 * @param file in its place, where a person named one
 */
record Destination(PrintStream out, Optional<Path> file) {
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** Refuses a file that cannot be written; said before the work, which may take long. */
    Destination {
        file.filter(target -> !isWritable(target)).ifPresent(Destination::refuse);
    }

    /** Refuses to print what is no text where a person would see it. */
    void requireRoomForBytes(boolean terminal) {
        if (terminal && file.isEmpty()) {
            throw new InvalidInputException(
                    "-o",
                    "form",
                    "png",
                    "a terminal cannot show it: name a file with --out FILE.png, or redirect the"
                            + " output");
        }
    }

    /** Whether standard output is a terminal, also where standard input is none. */
    static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                || isDevice(STANDARD_OUTPUT);
    }

    void write(Consumer<PrintStream> result) {
        if (file.isEmpty()) {
            result.accept(out);
        } else {
            write(file.get(), result);
        }
    }

    private static void write(Path target, Consumer<PrintStream> result) {
        boolean failed;
        try (PrintStream stream =
                new PrintStream(Files.newOutputStream(target), false, StandardCharsets.UTF_8)) {
            result.accept(stream);
            failed = stream.checkError();
        } catch (IOException e) {
            failed = true;
        }
        if (failed) {
            throw new InvalidInputException(
                    "--out", "file", target.toString(), "could not be written: is there room?");
        }
    }

    private static boolean isDevice(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return false;
        }
    }

    private static boolean isWritable(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder != null
                && !Files.isDirectory(target)
                && Files.isWritable(Files.exists(target) ? target : folder);
    }

    private static void refuse(Path target) {
        throw new InvalidInputException(
                "--out",
                "file",
                target.toString(),
                "name a file that can be written, in a folder that is there");
    }
}
