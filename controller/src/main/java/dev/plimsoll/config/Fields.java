// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import dev.plimsoll.config.YamlNode.Entry;
import dev.plimsoll.config.YamlNode.Unusable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The fields of one map in a file. */
public final class Fields {
    private final Place place;
    private final SequencedMap<String, Entry> entries;
    private final boolean usable;

    /**
     * Fields of a place.
     *
     * @param usable whether there is a map; if not, that has been told, and nothing is missing
     */
    Fields(Place place, SequencedMap<String, Entry> entries, boolean usable) {
        this.place = place;
        this.entries = entries;
        this.usable = usable;
    }

    /**
     * The others; tells of these where they are written. They are known, but nothing can do yet
     * what they say.
     */
    public Fields notYet(String... keys) {
        SequencedMap<String, Entry> others = new LinkedHashMap<>(entries);
        for (String key : keys) {
            if (entries.containsKey(key)) {
                field(key).refuse("is not supported yet; leave it out");
                others.remove(key);
            }
        }
        return new Fields(place, others, usable);
    }

    /** Tells of every field but these. */
    public Fields only(String... keys) {
        List<String> known = Arrays.asList(keys);
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                Field.of(place.problems(), entry.keyLine(), path(key), entry.node())
                        .refuse("there is no such field; " + Nearest.mend(key, known));
            }
        });
        return this;
    }

    /** The field of a name, whether anything stands there or not. */
    public Field field(String key) {
        Entry entry = entries.get(key);
        if (entry != null) {
            return Field.of(place.problems(), entry.keyLine(), path(key), entry.node());
        }
        return usable
                ? Field.absent(place.problems(), place.line(), path(key))
                : Field.of(place.problems(), place.line(), path(key), new Unusable(place.line()));
    }

    /** Those that are written, where their names are for the writer to choose. */
    public SequencedMap<String, Field> written() {
        SequencedMap<String, Field> written = new LinkedHashMap<>();
        entries.forEach((key, _) -> written.put(key, field(key)));
        return written;
    }

    private String path(String key) {
        return place.path().isEmpty() ? key : place.path() + "." + key;
    }
}
