// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The built-in scenarios: YAML files beside this class, to be read like a user's own. */
public final class Gallery {
    /** In the order in which they are shown. */
    public static final List<String> NAMES =
            List.of(
                    "smooth",
                    "shaky",
                    "flash-crowd",
                    "daily",
                    "outage-of-metrics",
                    "outage-of-metrics-zero",
                    "outage-of-metrics-frozen",
                    "outage-of-metrics-half",
                    "outage-of-metrics-late",
                    "retry-storm",
                    "rolling-update",
                    "sessions",
                    "quorum",
                    "genai-burst",
                    "useless-scale-out",
                    "slow-starts",
                    "demo");

    private Gallery() {}

    /** The file of a built-in scenario, as it is. */
    public static String text(String name) {
        try (InputStream in = Gallery.class.getResourceAsStream(name + ".yaml")) {
            if (in == null || !NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "scenario %s is not built in; there are %s".formatted(name, NAMES));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
