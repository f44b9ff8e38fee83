// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Found;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Tells of what may stand only once. */
final class Repeats {
    private Repeats() {}

    /**
     * Tells of every part whose key an earlier one has.
     *
     * @param key empty where it cannot be used
     * @param place where it is told
     */
    static <P> void refuse(
            Collection<P> parts,
            Function<P, Optional<String>> key,
            Function<P, ? extends Found<?>> place) {
        refuse(parts, key, place, "stands at %s already; keep one");
    }

    /** The same in other words, with room for the place of the earlier one. */
    static <P> void refuse(
            Collection<P> parts,
            Function<P, Optional<String>> key,
            Function<P, ? extends Found<?>> place,
            String mend) {
        Map<String, Found<?>> seen = new TreeMap<>();
        for (P part : parts) {
            Found<?> own = place.apply(part);
            key.apply(part)
                    .map(text -> seen.putIfAbsent(text, own))
                    .ifPresent(earlier -> own.refuse(mend.formatted(earlier.where())));
        }
    }
}
