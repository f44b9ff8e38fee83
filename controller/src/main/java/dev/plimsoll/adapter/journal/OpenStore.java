// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A store that is connected to. Thread-safe. */
final class OpenStore implements AutoCloseable {
    private final Store store;
    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final long size;

    /**
     * Connects to it.
     *
     * @throws JournalException if it cannot be opened
     */
    OpenStore(Store store) {
        this.store = store;
        this.source = store.connect();
        this.jdbi = Jdbi.create(source);
        this.size = store.size();
    }

    /** Brings it to the schema of this version. */
    void migrate() {
        Schema.migrate(source, store.toString());
    }

    /**
     * Does something in a transaction of its own.
     *
     * @throws JournalException if it cannot be done
     */
    <T> T inTransaction(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException e) {
            source.getHikariPoolMXBean().softEvictConnections(); // they may be dead, all of them
            throw Faults.of(store.toString(), e);
        } catch (IllegalArgumentException e) {
            throw new JournalException(Fault.DAMAGED, store.toString(), e);
        }
    }

    boolean isClosed() {
        return source.isClosed();
    }

    /** Whether it has grown so much that it is worth opening it anew. */
    boolean hasGrown() {
        return store.hasGrownFrom(size);
    }

    @Override
    public void close() {
        source.close();
    }
}
