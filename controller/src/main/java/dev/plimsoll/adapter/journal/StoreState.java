// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.form.EntryForm;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** What a store is found to be by looking alone: nothing is made, migrated or taken over. */
public sealed interface StoreState {
    /** There is no journal yet; one will be made. */
    record Empty() implements StoreState {}

    /** Nobody holds it. */
    record Free() implements StoreState {}

    /** An owner has it until then, or longer if it commits. */
    record Held(String owner, Instant until) implements StoreState {}

    /**
     * Looks at a store.
     *
     * @throws JournalException if it cannot be looked at; busy, where another process has its file
     */
    static StoreState of(Store store) {
        if (!store.isThere()) {
            return new Empty();
        }
        try (HikariDataSource source = store.look()) {
            return Jdbi.create(source).withHandle(handle -> read(handle, store));
        } catch (JdbiException e) {
            throw Faults.of(store.toString(), e);
        }
    }

    private static StoreState read(Handle handle, Store store) {
        boolean made =
                handle.select(
                                        "SELECT COUNT(*) FROM information_schema.tables"
                                                + " WHERE table_name = 'journal'"
                                                + " AND table_schema = CURRENT_SCHEMA")
                                .mapTo(Integer.class)
                                .one()
                        > 0;
        if (!made) {
            return new Empty();
        }
        requireReadable(handle, store);
        return holder(handle).<StoreState>map(held -> held).orElse(new Free());
    }

    private static void requireReadable(Handle handle, Store store) {
        int form = handle.select("SELECT form FROM journal").mapTo(Integer.class).one();
        if (form > EntryForm.NUMBER) {
            throw new JournalException(
                    JournalException.Fault.NEWER_FORM,
                    store.toString(),
                    "entries of form %d".formatted(form));
        }
    }

    private static Optional<Held> holder(Handle handle) {
        return handle.select(
                        "SELECT owner, held_until FROM journal"
                                + " WHERE held_until > CURRENT_TIMESTAMP AND owner <> ''")
                .map((row, _) ->
                        new Held(
                                row.getString("owner"),
                                row.getObject("held_until", OffsetDateTime.class).toInstant()))
                .findFirst();
    }
}
