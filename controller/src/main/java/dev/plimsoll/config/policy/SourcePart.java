// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A server that answers queries. */
record SourcePart(
        Found<String> name,
        Found<URI> url,
        Optional<Found<Path>> bearerTokenFile,
        Found<Duration> timeout,
        Optional<Found<Path>> caFile) {

    static SourcePart read(Field field, Path folder) {
        Fields fields = field.fields().only("name", "url", "bearerTokenFile", "timeout", "caFile");
        return new SourcePart(
                fields.field("name").read(Forms.name()),
                fields.field("url").read(Addresses.server()),
                fields.field("bearerTokenFile").readIfWritten(Addresses.file(folder)),
                fields.field("timeout")
                        .read(
                                Forms.duration(Duration.ofMillis(100), Duration.ofMinutes(1)),
                                PrometheusSource.USUAL_TIMEOUT),
                fields.field("caFile").readIfWritten(Addresses.file(folder)));
    }

    /**
     * An answer must be there before the next cycle asks again, and only TLS knows of certificates.
     */
    void check(Found<Duration> cycle) {
        ControllerPart.atMostCycle(timeout, cycle);
        caFile.ifPresent(file ->
                file.require(
                        url,
                        (_, address) -> "https".equals(address.getScheme()),
                        _ -> "is for https; give an https url or leave it out"));
    }

    PrometheusSource source() {
        return new PrometheusSource(
                name.value(),
                url.value(),
                bearerTokenFile.map(Found::value),
                timeout.value(),
                caFile.map(Found::value));
    }
}
