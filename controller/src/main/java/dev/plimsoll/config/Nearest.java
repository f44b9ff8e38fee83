// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant: the one with the least edits, if a third of it or less differs. */
public final class Nearest {
    private static final int LONGEST = 40;

    private Nearest() {}

    /** What to do about a name that is none of these. */
    public static String mend(String name, Collection<String> names) {
        return of(name, names)
                .map("did you mean %s?"::formatted)
                .orElseGet(() -> "choose from " + String.join(", ", names));
    }

    /** The name that was probably meant. */
    public static Optional<String> of(String name, Collection<String> names) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return names.stream()
                .filter(known -> edits(name, known) <= Math.max(1, known.length() / 3))
                .min(Comparator.comparingInt(known -> edits(name, known)));
    }

    /** Levenshtein's distance, upper and lower case being the same. */
    private static int edits(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
