// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.server.Promtool;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class ControlMetricsRealTest {
    @Test
    void promtoolFindsNothingToComplainOf() throws IOException, InterruptedException {
        FakeDesk desk = new FakeDesk();
        assertThat(Promtool.checked(ControlMetrics.of(desk))).isEmpty();
        desk.loseWorld();
        assertThat(Promtool.checked(ControlMetrics.of(desk))).isEmpty();
    }
}
