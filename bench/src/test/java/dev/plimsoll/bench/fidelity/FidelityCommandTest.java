// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FidelityCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o=html",
                "--minutes=1",
                "--service-time=2s",
                "--service-time=x",
                "--minutes=x",
                "--picture=/no/such/folder/a.svg"
            })
    void whatCannotBeUsedIsRefused(String option) {
        assertThat(FidelityCommand.run(option)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "19, true", "20, false", "60, false"})
    void onlyTheFullLengthIsJudgedWithoutChance(int minutes, boolean brief) {
        Settings settings = new Settings(Duration.ofMillis(50), minutes, 1);
        assertThat(settings.isShort()).isEqualTo(brief);
    }

    @Test
    void theShortFormTakesLessThanThreeMinutesUnderLoad() {
        Settings settings = new Settings(Duration.ofMillis(50), Settings.SHORT_MINUTES, 1);
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
