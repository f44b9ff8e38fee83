// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Texts that are built in. */
public final class ResourceText {
    private ResourceText() {}

    /** One that lies beside a class. */
    public static String beside(Class<?> owner, String name) throws IOException {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("%s is not in the build".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
