// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field means that a line leaves out, and what must hold of those that it has. */
final class Fields {
    private Fields() {}

    static boolean orFalse(@Nullable Boolean value) {
        return value != null && value;
    }

    /** Refuses a series that decides nothing. */
    static void checkSome(List<?> decisions) {
        check(!decisions.isEmpty(), "give at least one decision");
    }

    /** Refuses fewer than none. */
    static void checkCount(long count, String name) {
        check(count >= 0, name + ": give 0 or more");
    }

    static void check(boolean holds, String hint) {
        if (!holds) {
            throw new IllegalArgumentException(hint);
        }
    }
}
