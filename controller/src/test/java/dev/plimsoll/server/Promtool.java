// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Prometheus' own checker of metrics; it is in Debian's package {@code prometheus}. */
public final class Promtool {
    private Promtool() {}

    /** What it has to complain of. */
    public static String checked(String metrics) throws IOException, InterruptedException {
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
