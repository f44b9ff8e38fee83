// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The peers' script and what it runs on: an environment of Python of its own. */
final class Program {
    private static final String SCRIPT = resource("peers.py");
    private static final String REQUIREMENTS = resource("requirements.txt");
    private static final int TOLD = 200;

    private final Path folder;
    private final String python;

    /** To be kept in a folder, and made by the Python that the system knows by this name. */
    Program(Path folder, String python) {
        this.folder = folder;
        this.python = python;
    }

    /** What its answers depend on besides the job. */
    static String recipe() {
        return SCRIPT + REQUIREMENTS;
    }

    /** Whether nothing is to be installed. */
    boolean isInstalled() throws IOException {
        return Files.exists(stamp()) && Files.readString(stamp()).equals(REQUIREMENTS);
    }

    /** The command that starts the script; installs what it needs where that is not there. */
    List<String> command() throws IOException, InterruptedException {
        if (!isInstalled()) {
            install();
        }
        Path script = Files.writeString(folder.resolve("peers.py"), SCRIPT);
        return List.of(environmentPython(), script.toString());
    }

    private void install() throws IOException, InterruptedException {
        Path requirements = Files.writeString(folder.resolve("requirements.txt"), REQUIREMENTS);
        run(
                "no environment of Python could be made",
                "install Python 3.11 or newer with its module venv (apt-get install python3-venv)",
                List.of(python, "-m", "venv", "--clear", environment().toString()));
        run(
                "statsforecast could not be installed",
                "check that pip reaches its package index from here, then run this again",
                List.of(
                        environmentPython(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "--requirement",
                        requirements.toString()));
        Files.writeString(stamp(), REQUIREMENTS);
    }

    private void run(String problem, String mend, List<String> command)
            throws IOException, InterruptedException {
        Path log = folder.resolve("install.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        if (start(builder, mend).waitFor() != 0) {
            throw new InvalidInputException(
                    "%s ('%s'): %s".formatted(problem, lastLine(log), mend));
        }
    }

    private Process start(ProcessBuilder builder, String mend) {
        try {
            return builder.start();
        } catch (IOException _) {
            throw new InvalidInputException("'%s' cannot be run: %s".formatted(python, mend));
        }
    }

    private static String lastLine(Path log) throws IOException {
        String text = Files.readString(log).strip();
        String line = text.substring(text.lastIndexOf('\n') + 1);
        return line.substring(0, Math.min(line.length(), TOLD));
    }

    private Path environment() {
        return folder.resolve("venv");
    }

    private String environmentPython() {
        return environment().resolve("bin/python").toString();
    }

    private Path stamp() {
        return environment().resolve("installed.txt");
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Program.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
