// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server is, and how it is spoken to.
 *
 * @param name by which metrics and people know it
 * @param url with the path that stands before that of the interface, if there is one
 * @param bearerTokenFile holds the token; it is read anew for each request
 * @param caFile PEM certificates that are trusted in place of the system's; read once
 */
public record PrometheusServer(
        String name,
        URI url,
        Optional<Path> bearerTokenFile,
        Optional<Path> caFile,
        AnswerLimit limit) {

    /** The address of one part of the interface. */
    URI at(String path) {
        return URI.create(url.toString().replaceFirst("/+$", "") + path);
    }
}
