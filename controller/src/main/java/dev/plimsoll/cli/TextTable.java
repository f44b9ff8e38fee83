// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in plain text: the first column to the left, the others to the right, but for those that
 * hold words.
 */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    private final Set<Integer> left = new TreeSet<>(Set.of(0));

    public TextTable(String... header) {
        row(header);
    }

    /** Sets columns to the left, too. */
    public TextTable left(String... columns) {
        Arrays.stream(columns).map(rows.getFirst()::indexOf).forEach(left::add);
        return this;
    }

    public void row(String... cells) {
        rows.add(Arrays.asList(cells));
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
        String rule = Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("  "));
        StringBuilder text = new StringBuilder(line(rows.getFirst(), widths)).append(rule);
        text.append('\n');
        rows.stream().skip(1).forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ");
            line.append(left.contains(i) ? cells.get(i) + padding : padding + cells.get(i));
        }
        return line.toString().stripTrailing() + "\n";
    }
}
