// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import java.nio.file.Path;
import java.util.Optional;

/** Where the journal is kept. */
public sealed interface StoreSettings {
    /** The store where none is named, beside the file that names none. */
    String USUAL_H2 = "plimsoll-store";

    /** In memory: it ends with the process. */
    record Memory() implements StoreSettings {
        @Override
        public String toString() {
            return "memory";
        }
    }

    /** In files of this path that H2 writes. */
    record H2(Path path) implements StoreSettings {
        @Override
        public String toString() {
            return "h2 " + path;
        }
    }

    /** In a PostgreSQL server. */
    record Postgresql(String url, Optional<String> user, Optional<Path> passwordFile)
            implements StoreSettings {
        /** Its address without parameters. */
        @Override
        public String toString() {
            return "postgresql " + url.replaceFirst("\\?.*", "");
        }
    }
}
