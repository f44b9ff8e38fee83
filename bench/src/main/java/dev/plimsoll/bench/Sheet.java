// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import dev.plimsoll.cli.TextTable;
import java.util.List;
import java.util.stream.Collectors;

/** A table with its title, as text or as Markdown. */
public record Sheet(String title, List<String> header, List<List<String>> rows) {
    public Sheet {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    public String text() {
        TextTable table = new TextTable(header.toArray(String[]::new));
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        return title + "\n\n" + table;
    }

    public String markdown() {
        String rule = "|---|" + "--:|".repeat(header.size() - 1) + "\n";
        String body = rows.stream().map(Sheet::line).collect(Collectors.joining());
        return "### " + title + "\n\n" + line(header) + rule + body;
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
