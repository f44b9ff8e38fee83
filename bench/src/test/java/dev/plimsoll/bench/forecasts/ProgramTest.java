// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    @TempDir private Path folder;

    @Test
    void withoutPythonASentenceSaysWhatToInstall() {
        assertThatThrownBy(() -> new Program(folder, "no-such-python").command())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "'no-such-python' cannot be run: install Python 3.11 or newer with its"
                                + " module venv (apt-get install python3-venv)");
    }

    @Test
    void anEnvironmentThatCannotBeMadeIsToldInPythonsWords() throws IOException {
        Path python = executable("python", "echo ensurepip is not available; exit 1");
        assertThatThrownBy(() -> new Program(folder, python.toString()).command())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "no environment of Python could be made ('ensurepip is not available'):"
                                + " install Python 3.11 or newer with its module venv (apt-get"
                                + " install python3-venv)");
    }

    @Test
    void aPackageIndexThatCannotBeReachedIsTold() throws IOException {
        Path python = python("echo no route >&2; exit 1");
        assertThatThrownBy(() -> new Program(folder, python.toString()).command())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("statsforecast could not be installed ('no route'): check");
        assertThat(new Program(folder, python.toString()).isInstalled()).isFalse();
    }

    @Test
    void installsOnceAndAgainWhenVersionsChange() throws IOException, InterruptedException {
        Path installs = folder.resolve("installs");
        Path python = python("echo \"$@\" >>" + installs);
        Program program = new Program(folder, python.toString());

        assertThat(program.command())
                .containsExactly(
                        folder.resolve("venv/bin/python").toString(),
                        folder.resolve("peers.py").toString());
        assertThat(program.isInstalled()).isTrue();
        program.command();
        assertThat(Files.readAllLines(installs)).hasSize(1);

        Files.writeString(folder.resolve("venv/installed.txt"), "other versions");
        program.command();
        assertThat(Files.readAllLines(installs)).hasSize(2);
    }

    @Test
    void everyLibraryHasAnExactVersion() throws IOException {
        try (var in = Program.class.getResourceAsStream("requirements.txt")) {
            assertThat(new String(in.readAllBytes()).lines())
                    .filteredOn(line -> !line.startsWith("#"))
                    .allMatch(line -> line.matches("[A-Za-z0-9_-]+==[0-9.]+"))
                    .anyMatch(line -> line.startsWith("statsforecast=="));
        }
    }

    /** One that makes environments whose own Python does so. */
    private Path python(String script) throws IOException {
        Path inside = executable("inside", script);
        return executable("python", "mkdir -p \"$4/bin\" && cp " + inside + " \"$4/bin/python\"");
    }

    private Path executable(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
