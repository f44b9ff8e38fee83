// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own checker reads the metrics; it is in Debian's package {@code prometheus}. */
@Tag("cluster")
class MetricsRealTest {
    @TempDir private Path folder;

    @Test
    void promtoolFindsNothingToComplainOf() throws IOException, InterruptedException {
        try (FleetRig rig = new FleetRig(folder)) {
            rig.passSeconds(60);
            assertThat(checked(rig.fleet().ask(fleet -> MetricsText.of(fleet, 1)))).isEmpty();
            assertThat(checked("no metrics\n")).contains("error while linting");
        }
    }

    private static String checked(String metrics) throws IOException, InterruptedException {
        Process promtool = start();
        try (var in = promtool.getOutputStream()) {
            in.write(metrics.getBytes(StandardCharsets.UTF_8));
        }
        String found = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        promtool.waitFor();
        return found;
    }

    private static Process start() {
        try {
            return new ProcessBuilder("promtool", "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("promtool is not there: apt-get install prometheus", e);
        }
    }
}
