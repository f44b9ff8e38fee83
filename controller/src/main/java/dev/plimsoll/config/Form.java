// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import java.util.Optional;

/** How a value of some kind is written. */
public interface Form<T> {
    /** What the text says; empty where it says nothing of this kind. */
    Optional<T> read(String text);

    /** What to do about a text that says nothing of this kind: a sentence without a full stop. */
    String mend(String text);

    /** How messages show a text: without any secret that is in it. */
    default String shown(String text) {
        return text;
    }
}
