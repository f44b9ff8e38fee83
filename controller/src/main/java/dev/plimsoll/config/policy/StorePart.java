// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the journal is kept.
 *
 * @param store once the file is known to have no problems
 */
record StorePart(Supplier<StoreSettings> store) {
    private static final StoreSettings MEMORY = new StoreSettings.Memory();
    private static final String CHOICE =
            "give memory, {h2: PATH} or {postgresql: jdbc:postgresql://HOST/DATABASE}";

    static StorePart read(Field field, Path folder) {
        if (!field.isWritten()) {
            Path usual = folder.resolve(StoreSettings.USUAL_H2);
            return new StorePart(() -> new StoreSettings.H2(usual));
        }
        return field.isMap() ? read(field, field.fields(), folder) : memory(field);
    }

    private static StorePart memory(Field field) {
        var memory =
                field.read(
                        Forms.of(
                                text -> Optional.of(MEMORY).filter(_ -> text.equals("memory")),
                                CHOICE));
        return new StorePart(memory::value);
    }

    private static StorePart read(Field field, Fields fields, Path folder) {
        Field h2 = fields.field("h2");
        if (h2.isWritten() == fields.field("postgresql").isWritten()) {
            field.refuse(CHOICE);
        }
        return h2.isWritten() ? h2(fields, folder) : postgresql(fields, folder);
    }

    private static StorePart h2(Fields fields, Path folder) {
        Found<Path> path = fields.only("h2").field("h2").read(Addresses.file(folder));
        return new StorePart(() -> new StoreSettings.H2(path.value()));
    }

    private static StorePart postgresql(Fields fields, Path folder) {
        fields.only("postgresql", "user", "passwordFile");
        Found<String> url = fields.field("postgresql").read(Addresses.postgresql(), "");
        Optional<Found<String>> user = fields.field("user").readIfWritten(Forms.text());
        Optional<Found<Path>> password =
                fields.field("passwordFile").readIfWritten(Addresses.file(folder));
        return new StorePart(() ->
                new StoreSettings.Postgresql(
                        url.value(), user.map(Found::value), password.map(Found::value)));
    }
}
