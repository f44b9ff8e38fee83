// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a journal page by page, so that of a long past only a page is held at a time. */
public final class Pages {
    static final int SIZE = 2000;

    private Pages() {}

    /**
     * Shows a reader every entry of a selection, in the order of the journal.
     *
     * @param journal gives the entries of a selection
     */
    public static void read(
            Function<Selection, List<Kept>> journal, Selection selection, Consumer<Kept> reader) {
        Selection next = selection.first(SIZE);
        List<Kept> page = journal.apply(next);
        while (!page.isEmpty()) {
            page.forEach(reader);
            next = next.after(page.getLast().position());
            page = page.size() < SIZE ? List.of() : journal.apply(next);
        }
    }
}
