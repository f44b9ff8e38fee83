// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Who is told.
 *
 * @param url where it listens, {@code http} or {@code https}
 * @param secretFile holds what events are signed with; read for each attempt
 */
public record Receiver(URI url, Path secretFile) {
    /** One that stays, and of which nobody learns where it listens: a query may hold a secret. */
    public String name() {
        return UUID.nameUUIDFromBytes(url.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Where it listens as it may be shown: a query may hold a secret. */
    public String shown() {
        return "%s://%s%s".formatted(url.getScheme(), url.getRawAuthority(), url.getRawPath());
    }
}
