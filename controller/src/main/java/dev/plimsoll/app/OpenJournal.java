// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.Journal;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A journal in use.
 *
 * @param place where it is kept: of two that are the same, the same
 * @param epoch of its writer
 * @param newest the latest instant of which it tells
 * @param closing lets go of its store
 */
record OpenJournal(
        String place, Journal journal, long epoch, Supplier<Instant> newest, Runnable closing)
        implements AutoCloseable {
    /** The same, to be used through this. */
    OpenJournal with(Journal other) {
        return new OpenJournal(place, other, epoch, newest, closing);
    }

    @Override
    public void close() {
        closing.run();
    }
}
