// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A server that answers PromQL over HTTP.
 *
 * @param bearerTokenFile holds the token of each request
 * @param timeout how long it has for an answer
 * @param caFile holds the certificates that are trusted in place of the system's
 */
public record PrometheusSource(
        String name,
        URI url,
        Optional<Path> bearerTokenFile,
        Duration timeout,
        Optional<Path> caFile) {
    static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

    public PrometheusSource {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "timeout %s of source %s is not above zero".formatted(timeout, name));
        }
    }
}
