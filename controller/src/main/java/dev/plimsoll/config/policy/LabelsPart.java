// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Form;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which series of an answer is meant. */
record LabelsPart(SortedMap<String, Found<String>> found) {
    private static final int LONGEST = 1000;
    private static final String NAME = "[A-Za-z_]\\w{0,127}";
    private static final Form<String> VALUE =
            Forms.of(
                    text -> Optional.of(text).filter(LabelsPart::isValue),
                    "give the label's value, at most %d characters".formatted(LONGEST));

    static LabelsPart read(Field field) {
        SortedMap<String, Found<String>> found = new TreeMap<>();
        field.fields()
                .written()
                .forEach((name, value) -> {
                    if (!name.matches(NAME)) {
                        value.refuse(
                                "no label has this name; give letters, digits and '_', e.g."
                                        + " workload");
                    }
                    found.put(name, value.read(VALUE));
                });
        return new LabelsPart(found);
    }

    /** An empty one would stand for any series that has not got the label. */
    private static boolean isValue(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    SortedMap<String, String> labels() {
        SortedMap<String, String> labels = new TreeMap<>();
        found.forEach((name, value) -> labels.put(name, value.value()));
        return labels;
    }
}
