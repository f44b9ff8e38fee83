// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mistake that a re-implementation could make.
 *
 * @param row the rule that it breaks
 * @param file of the simulator's sources, in which it is
 * @param from what stands there, once
 * @param to what would stand there
 * @param cases of which at least one must come out different: {@code NAME-0113..0138} is a range
 */
record Mistake(String row, String file, String from, String to, List<String> cases) {
    static List<Mistake> read(Path file) throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        for (String block : Files.readString(file).strip().split("\n\n+", -1)) {
            Map<String, String> fields = new TreeMap<>();
            for (String line : block.lines().toList()) {
                int colon = line.indexOf(": ");
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
            mistakes.add(
                    new Mistake(
                            fields.get("row"),
                            fields.get("file"),
                            fields.get("from"),
                            fields.get("to"),
                            names(fields.get("cases"))));
        }
        return mistakes;
    }

    private static List<String> names(String cases) {
        List<String> names = new ArrayList<>();
        for (String name : cases.split(" ", -1)) {
            int dots = name.indexOf("..");
            if (dots < 0) {
                names.add(name);
            } else {
                names.addAll(range(name.substring(0, dots), name.substring(dots + 2)));
            }
        }
        return names;
    }

    private static List<String> range(String first, String last) {
        String stem = first.substring(0, first.length() - last.length());
        int from = Integer.parseInt(first.substring(stem.length()));
        List<String> names = new ArrayList<>();
        for (int number = from; number <= Integer.parseInt(last); number++) {
            names.add(stem + ("%0" + last.length() + "d").formatted(number));
        }
        return names;
    }

    @Override
    public String toString() {
        return row;
    }
}
