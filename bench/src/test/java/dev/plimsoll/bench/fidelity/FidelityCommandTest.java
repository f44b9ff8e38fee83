// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.cli.CommandRunner;
import dev.plimsoll.model.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FidelityCommandTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-o=html | -o: form 'html': choose from table, json",
                "--minutes=1 | --minutes",
                "--service-time=50ms | --service-time",
                "--minutes=x | --minutes",
                "--picture=/no/such/folder/a.svg | --picture: file '/no/such/folder/a.svg': name a"
                        + " file"
            })
    void whatCannotBeUsedIsRefused(String option, String problem) {
        var err = new ByteArrayOutputStream();
        var runner =
                new CommandRunner(
                        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                        new PrintStream(err, true, UTF_8));

        int code = runner.run(new CommandLine(new FidelityCommand(runner.out())), option);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("plimsoll: ").contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "19, true", "20, false", "60, false"})
    void onlyTheFullLengthIsJudgedWithoutChance(int minutes, boolean allows) {
        Settings settings = new Settings(minutes, 1);
        assertThat(settings.allowsForChance()).isEqualTo(allows);
    }

    @Test
    void theShortFormTakesLessThanThreeMinutesUnderLoad() {
        Settings settings = new Settings(Settings.SHORT_MINUTES, 1);
        assertThat(new Fidelity(settings).seconds()).isLessThan(170);
    }

    @Test
    void withoutHaproxyASentenceNamesThePackage(@TempDir Path empty) {
        assertThatThrownBy(() -> Proxy.program(List.of(empty.toString())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("apt-get install haproxy");
    }

    @Test
    void portsToListenOnAreNotThoseOfOutgoingConnections() throws IOException {
        List<Integer> ports = Ports.free(12);
        assertThat(ports).hasSize(12).doesNotHaveDuplicates().allMatch(port -> port < 32_000);
    }
}
