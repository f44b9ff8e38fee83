// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** With the server of Debian's package {@code prometheus}. */
@Tag("cluster")
class PrometheusRealTest extends RealServerContract {
    @Override
    ScrapingServer start(Path folder, String target) throws IOException {
        return ScrapingServer.prometheus(folder, target);
    }
}
