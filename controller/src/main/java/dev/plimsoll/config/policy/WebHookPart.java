// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Found;
import java.net.URI;
import java.nio.file.Path;

/** Where events are sent. */
record WebHookPart(Found<URI> url, Found<Path> secretFile) {
    static WebHookPart read(Field field, Path folder) {
        Fields fields = field.fields().only("url", "secretFile");
        return new WebHookPart(
                fields.field("url").read(Addresses.receiver()),
                fields.field("secretFile").read(Addresses.file(folder)));
    }

    WebHook webHook() {
        return new WebHook(url.value(), secretFile.value());
    }
}
