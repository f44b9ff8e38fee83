// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.model.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a journal is kept. Whatever is wrong with it is known within seconds: nothing waits for a
 * lock or a connection for longer than {@link #PATIENCE}. Immutable.
 */
public final class Store {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    // else a commit returns before it is written
                    + ";WRITE_DELAY=0"
                    + H2File.APPEND_ONLY
                    + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=";

    private final String name;
    private final String afterCommit;
    private final HikariConfig config = new HikariConfig();
    private Optional<H2File> file = Optional.empty();

    private Store(String name, String url, String user, String password, String afterCommit) {
        this.name = name;
        this.afterCommit = afterCommit;
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("journal");
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() / 2);
    }

    /**
     * H2 on disk: a file that is only appended to, and beside it those that H2 needs. For one
     * controller.
     *
     * @param file without its extension {@code .mv.db}
     */
    public static Store h2(Path file) {
        String path = file.toAbsolutePath().toString();
        if (path.contains(";")) {
            throw new InvalidInputException(
                    "journal: file '%s': H2 takes no path with a semicolon; choose another one"
                            .formatted(path));
        }
        String url = "jdbc:h2:file:" + path + H2_OPTIONS + PATIENCE.toMillis();
        Store store = new Store(path + ".mv.db", url, "plimsoll", "", "CHECKPOINT SYNC");
        store.file = Optional.of(new H2File(Path.of(path + ".mv.db")));
        return store;
    }

    /**
     * PostgreSQL: a schema of its own for each journal.
     *
     * @param url {@code jdbc:postgresql://host:port/database?currentSchema=name}
     */
    public static Store postgres(String url, String user, String password) {
        Store store = new Store(url.replaceFirst("^jdbc:", ""), url, user, password, "");
        store.config.setConnectionInitSql(
                "SET lock_timeout = %1$d; SET statement_timeout = %1$d"
                        .formatted(PATIENCE.toMillis()));
        store.config.addDataSourceProperty("connectTimeout", PATIENCE.toSeconds());
        store.config.addDataSourceProperty("socketTimeout", 2 * PATIENCE.toSeconds());
        return store;
    }

    /** As a person knows it; without a password. */
    @Override
    public String toString() {
        return name;
    }

    /** What is to be said to it after a commit so that even a loss of power does no harm. */
    String afterCommit() {
        return afterCommit;
    }

    /**
     * Whether there is something to connect to; of a server it is not known without trying.
     *
     * @throws JournalException if there never can be
     */
    boolean isThere() {
        file.map(H2File::place).ifPresent(FilePlace::requireUsable);
        return file.isEmpty() || size() > 0;
    }

    /** Of its file, bytes; 0 for a server. */
    long size() {
        return file.map(H2File::size).orElse(0L);
    }

    /** Whether it is to be opened anew, as it can then be made smaller. */
    boolean hasGrownFrom(long size) {
        return file.filter(grown -> grown.hasGrownFrom(size)).isPresent();
    }

    HikariDataSource connect() {
        return file.map(h2 -> h2.open(() -> connect(config))).orElseGet(() -> connect(config));
    }

    /** A connection that can change nothing. */
    HikariDataSource look() {
        HikariConfig looking = new HikariConfig();
        config.copyStateTo(looking);
        looking.setReadOnly(true);
        looking.setMaximumPoolSize(1);
        if (file.isPresent()) {
            looking.setJdbcUrl(config.getJdbcUrl() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
        }
        return connect(looking);
    }

    private HikariDataSource connect(HikariConfig how) {
        try {
            return new HikariDataSource(how);
        } catch (PoolInitializationException e) {
            JournalException found = Faults.of(name, e);
            throw file.map(h2 -> h2.place().explained(found)).orElse(found);
        }
    }
}
