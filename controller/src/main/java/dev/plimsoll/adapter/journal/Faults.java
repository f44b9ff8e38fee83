// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;

/**
 * Tells from what the drivers throw what is wrong with the store. The states are those of
 * PostgreSQL's appendix A and of H2's {@code ErrorCode}; that a disk is full both say in the words
 * of the operating system.
 */
final class Faults {
    private static final Pattern NO_ROOM =
            Pattern.compile("No space left on device|File too large|[Qq]uota exceeded");

    private Faults() {}

    /** The fault behind an exception; gone, where nothing more is known. */
    static JournalException of(String store, Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        boolean noRoom =
                causes.stream()
                        .anyMatch(cause ->
                                NO_ROOM.matcher(String.valueOf(cause.getMessage())).find());
        Fault fault =
                noRoom
                        ? Fault.FULL
                        : causes.stream()
                                .flatMap(cause -> fault(cause).stream())
                                .findFirst()
                                .orElse(Fault.GONE);
        return new JournalException(fault, store, thrown);
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = thrown;
        while (cause != null && !causes.contains(cause)) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }

    private static Optional<Fault> fault(Throwable cause) {
        return switch (cause) {
            case SQLException sql -> fault(String.valueOf(sql.getSQLState()));
            case AccessDeniedException _, NoSuchFileException _, FileAlreadyExistsException _ ->
                    Optional.of(Fault.READ_ONLY);
            case FlywayException flyway when flyway.getCause() == null ->
                    Optional.of(Fault.FOREIGN);
            default -> Optional.empty();
        };
    }

    /** Of the store's state; those that say nothing of the store itself have none. */
    private static Optional<Fault> fault(String state) {
        return switch (state) {
            case "53100" -> Optional.of(Fault.FULL);
            // H2: the file, or a row, is locked; PostgreSQL: a lock or a statement took too long
            case "90020", "HYT00", "55P03", "57014", "40001", "40P01", "53300" ->
                    Optional.of(Fault.BUSY);
            case "28000", "28P01", "42501", "3D000", "90096" -> Optional.of(Fault.FORBIDDEN);
            case "25006", "90097" -> Optional.of(Fault.READ_ONLY);
            case "90030", "XX001", "XX002" -> Optional.of(Fault.DAMAGED);
            case "90048" -> Optional.of(Fault.NEWER_FORM);
            default -> Optional.empty();
        };
    }
}
