// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesEveryMeasurement() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("Usage: plimsoll bench ")
                .contains(
                        "  cycles ",
                        "  goldens ",
                        "  fidelity ",
                        "  forecasts ",
                        "  policies ",
                        "  series ",
                        "  kills ",
                        "  load ",
                        "  replay ",
                        "Example:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cycles",
                "goldens",
                "fidelity",
                "forecasts",
                "policies",
                "series",
                "kills",
                "load",
                "replay"
            })
    void everyMeasurementHasHelpWithAnExample(String name) {
        assertThat(run(name, "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("Example").contains("  plimsoll bench " + name);
    }

    @Test
    void aMeasurementThatThereIsNoneOfIsRefused() {
        assertThat(run("speed")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("plimsoll: ").contains("speed");
    }

    @Test
    void goldensNeedAFolder() {
        assertThat(run("goldens")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("DIR");
    }

    private int run(String... arguments) {
        var runner =
                new CommandRunner(
                        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return Bench.run(runner, arguments);
    }
}
