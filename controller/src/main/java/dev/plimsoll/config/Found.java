// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was read at a place.
 *
 * @param content empty where it cannot be used, which is among the problems then
 */
public record Found<T>(Place place, Optional<T> content) {
    /** What was read; only once the file is known to have no problems. */
    public T value() {
        return content.orElseThrow(
                () -> new IllegalStateException("nothing usable at " + place.path()));
    }

    public boolean isUsable() {
        return content.isPresent();
    }

    /** The file and the line of it. */
    public String where() {
        return place.problems().place(place.line());
    }

    /** Tells that it cannot be so; the mend is a sentence without a full stop. */
    public void refuse(String mend) {
        place.refuse(mend);
    }

    /** Tells that it cannot be so, if it can be used by itself but does not pass. */
    public void require(Predicate<T> passes, String mend) {
        if (content.isPresent() && !passes.test(content.get())) {
            refuse(mend);
        }
    }

    /** Tells that it cannot be so beside another, if both can be used but not together. */
    public <U> void require(Found<U> other, BiPredicate<T, U> fits, Function<U, String> mend) {
        other.content()
                .ifPresent(beside -> require(own -> fits.test(own, beside), mend.apply(beside)));
    }
}
