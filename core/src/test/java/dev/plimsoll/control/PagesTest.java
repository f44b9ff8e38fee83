// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private final List<Selection> asked = new ArrayList<>();

    @ParameterizedTest(name = "{0} entries")
    @ValueSource(ints = {0, 1, Pages.SIZE - 1, Pages.SIZE, Pages.SIZE + 1, 2 * Pages.SIZE})
    void everyEntryIsShownOnceAndInOrder(int count) {
        List<Kept> journal = journal(count);
        List<Kept> shown = new ArrayList<>();

        Pages.read(selection -> answer(selection, journal), Selection.ALL.after(7), shown::add);

        assertThat(shown).isEqualTo(journal.stream().skip(7).toList());
        assertThat(asked).allMatch(selection -> selection.limit() == Pages.SIZE);
    }

    private List<Kept> answer(Selection selection, List<Kept> journal) {
        asked.add(selection);
        return selection.of(journal);
    }

    private static List<Kept> journal(int count) {
        JournalEntry entry = Entries.observed(Entries.WEB, 0);
        return LongStream.rangeClosed(1, count)
                .mapToObj(position -> new Kept(position, entry))
                .toList();
    }
}
