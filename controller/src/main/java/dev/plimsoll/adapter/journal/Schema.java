// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings a store to the schema of this version. What a kill broke off is taken up again: PostgreSQL
 * takes back what was not finished, and with H2 every statement may find its work done.
 */
final class Schema {
    private static final String MIGRATIONS = "classpath:dev/plimsoll/adapter/journal";

    private Schema() {}

    static void migrate(DataSource source, String store) {
        try {
            migrate(flyway(source, MIGRATIONS), store);
        } catch (FlywayException e) {
            throw Faults.of(store, e);
        }
    }

    /** With further migrations behind ours: for tests of stores that a later version wrote. */
    static Flyway flyway(DataSource source, String... locations) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations(locations)
                .table("migration")
                .load();
    }

    private static void migrate(Flyway flyway, String store) {
        List<MigrationInfo> migrations = List.of(flyway.info().all());
        Stream<String> later =
                migrations.stream()
                        .filter(migration -> isLater(migration.getState()))
                        .map(migration -> String.valueOf(migration.getVersion()));
        later.reduce((_, last) -> last)
                .ifPresent(version -> {
                    throw new JournalException(
                            Fault.NEWER_FORM, store, "schema %s".formatted(version));
                });
        if (migrations.stream().anyMatch(migration -> migration.getState().isFailed())) {
            flyway.repair();
        }
        flyway.migrate();
    }

    private static boolean isLater(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }
}
