// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.util.List;
import java.util.Locale;

/** Sentences under a head line, with a title before the first of each section. Not thread-safe. */
final class Sections {
    private final StringBuilder text = new StringBuilder();

    Sections(String head) {
        text.append(head).append('\n');
    }

    /** A section; one without sentences is left out. */
    Sections add(String title, List<String> sentences) {
        String label = title;
        for (String sentence : sentences) {
            text.append(String.format(Locale.ROOT, "  %-16s %s%n", label, sentence));
            label = "";
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
