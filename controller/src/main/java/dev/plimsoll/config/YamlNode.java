// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A node of a YAML document and the line on which it begins, counted from 1. */
sealed interface YamlNode {
    int line();

    /** How a message shows it. */
    String shown();

    /**
     * A piece of text.
     *
     * @param plain not in quotes
     */
    record Scalar(int line, String text, boolean plain) implements YamlNode {
        @Override
        public String shown() {
            return text;
        }

        /** Whether it stands for nothing, as in {@code key:} or {@code key: null}. */
        boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }
    }

    /** A list. */
    record Items(int line, List<YamlNode> items) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return "[...]";
        }
    }

    /** A map, in the order in which it was written. */
    record Entries(int line, SequencedMap<String, Entry> entries) implements YamlNode {
        public Entries {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String shown() {
            return "{...}";
        }
    }

    /**
     * What belongs to a key.
     *
     * @param keyLine where the key stands
     */
    record Entry(int keyLine, YamlNode node) {}

    /** What cannot be used, for a reason that has been told already. */
    record Unusable(int line) implements YamlNode {
        @Override
        public String shown() {
            return "";
        }
    }
}
