// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.server.Promtool;
import java.io.IOException;
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
            assertThat(Promtool.checked(rig.fleet().ask(fleet -> MetricsText.of(fleet, 1))))
                    .isEmpty();
            assertThat(Promtool.checked("no metrics\n")).contains("error while linting");
        }
    }
}
