// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which a person names a change of a workload that waits: its two numbers of replicas, and an
 * instant at which it was decided on. In full {@code 4-9@2026-01-05T09:30:00Z}.
 */
public record ChangeId(int from, int to, Instant decided) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,9})@(\\S{1,40})");

    /** Reads what {@link #toString} wrote; empty if it is none. */
    public static Optional<ChangeId> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? of(parts) : Optional.empty();
    }

    private static Optional<ChangeId> of(Matcher parts) {
        try {
            return Optional.of(
                    new ChangeId(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Instant.parse(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "%d-%d@%s".formatted(from, to, decided);
    }
}
