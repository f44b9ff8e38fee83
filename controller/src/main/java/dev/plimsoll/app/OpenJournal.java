// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.Journal;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A journal in use.
 *
 * @param epoch of its writer
 * @param newest the latest instant of which it tells
 * @param closing lets go of its store
 */
record OpenJournal(Journal journal, long epoch, Supplier<Instant> newest, Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
