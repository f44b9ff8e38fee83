// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The checked-in report is what the policies do today; {@code make report} writes it anew. */
class GalleryReportTest {
    @Test
    void theReportIsWhatThePoliciesDo() throws IOException {
        String written = Files.readString(Path.of("..", "report.md"));
        assertThat(GalleryReport.render(2, () -> {}).lines())
                .as("report.md; if the change of behaviour is meant, run 'make report'")
                .containsExactlyElementsOf(written.lines().toList());
    }
}
