// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import org.jspecify.annotations.Nullable;

/** What a field means that a line leaves out, and what must hold of those that it has. */
final class Fields {
    private Fields() {}

    static boolean orFalse(@Nullable Boolean value) {
        return value != null && value;
    }

    static void check(boolean holds, String hint) {
        if (!holds) {
            throw new IllegalArgumentException(hint);
        }
    }
}
