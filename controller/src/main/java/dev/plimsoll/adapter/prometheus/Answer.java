// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.util.List;

/** What came of a question. */
public sealed interface Answer<T> {
    /**
     * What the server said.
     *
     * @param warnings that it may not be all: a partial answer must not be taken for a whole one
     */
    record Told<T>(List<T> rows, List<String> warnings) implements Answer<T> {
        public Told {
            rows = List.copyOf(rows);
            warnings = List.copyOf(warnings);
        }

        public boolean isPartial() {
            return !warnings.isEmpty();
        }
    }

    /**
     * Nothing that can be used.
     *
     * @param detail a clause about the server: "the server did not answer within 5s"
     */
    record Failed<T>(Fault fault, String detail) implements Answer<T> {}
}
