// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.Selection;
import dev.plimsoll.control.form.EntryForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads decisions, each with the instant until when it was repeated. */
final class DecisionReader {
    private static final String UNTIL_AT =
            "CASE WHEN follows THEN (SELECT pulse FROM journal)"
                    + " ELSE COALESCE(until_at, decided_at) END";

    private static final String SELECT =
            "SELECT decided.position, payload, COALESCE(follows, FALSE) AS follows,"
                    + " repeated.position IS NOT NULL AS is_told, "
                    + UNTIL_AT
                    + " AS until_at FROM decided"
                    + " LEFT JOIN repeated ON repeated.position = decided.position ";

    private final Handle handle;

    /**
     * A decision as it is stored.
     *
     * @param isTold whether the store was told until when it was repeated
     * @param follows whether that was at the pulse
     */
    record Row(long position, Decided decided, boolean isTold, boolean follows) {
        private static Row of(ResultSet row) throws SQLException {
            Packed payload = Packed.stored(row.getBytes("payload"));
            Decided decided = (Decided) EntryForm.read(payload.unpacked());
            Instant until = Nanos.toInstant(row.getLong("until_at"));
            return new Row(
                    row.getLong("position"),
                    new Decided(decided.record(), until),
                    row.getBoolean("is_told"),
                    row.getBoolean("follows"));
        }

        private Kept kept() {
            return new Kept(position, decided);
        }
    }

    DecisionReader(Handle handle) {
        this.handle = handle;
    }

    /** Those whose action has no outcome yet. */
    List<Row> unfinished() {
        return rows(
                handle.createQuery(
                        SELECT
                                + "WHERE decided.position IN (SELECT position FROM unfinished)"
                                + " ORDER BY decided.position"));
    }

    /** The last one of every workload. */
    List<Row> last() {
        return last(Optional.empty(), Long.MAX_VALUE);
    }

    /**
     * Those of a selection.
     *
     * @param only the number of the selection's workload
     * @param floor a position up to which all entries are earlier than the selection's beginning
     * @param last the journal's last position
     */
    List<Kept> read(Selection selection, Optional<Integer> only, long floor, long last) {
        List<Kept> found = new ArrayList<>();
        if (selection.after() < floor) {
            last(only, floor).forEach(row -> found.add(row.kept()));
            found.sort(Comparator.comparingLong(Kept::position));
        }
        found.addAll(behind(selection.after(Math.max(selection.after(), floor)), only, last));
        return selection.of(found);
    }

    private List<Kept> behind(Selection selection, Optional<Integer> only, long last) {
        Query query =
                handle.createQuery(
                                SELECT
                                        + "WHERE decided.position > :after AND decided.position <="
                                        + " :last AND decided_at <= :to AND "
                                        + UNTIL_AT
                                        + " >= :from"
                                        + only.map(_ -> " AND workload = :only").orElse("")
                                        + " ORDER BY decided.position LIMIT :limit")
                        .bind("after", selection.after())
                        .bind("last", last)
                        .bind("to", Nanos.of(selection.to()))
                        .bind("from", Nanos.of(selection.from()))
                        .bind("limit", selection.limit());
        only.ifPresent(id -> query.bind("only", id));
        return rows(query).stream().map(Row::kept).toList();
    }

    /** The last one of a workload, or of each, until a position. */
    private List<Row> last(Optional<Integer> only, long until) {
        List<Integer> workloads =
                only.map(List::of)
                        .orElseGet(() ->
                                handle.select("SELECT id FROM workload")
                                        .mapTo(Integer.class)
                                        .list());
        return workloads.stream().flatMap(each -> last(each, until).stream()).toList();
    }

    /** Asked for all at once, H2 looks at each decision for each workload. */
    private Optional<Row> last(int workload, long until) {
        return handle.createQuery(
                        SELECT
                                + "WHERE decided.position = (SELECT position FROM decided"
                                + " WHERE workload = :workload AND position <= :until"
                                + " ORDER BY workload, position DESC LIMIT 1)")
                .bind("workload", workload)
                .bind("until", until)
                .map((row, _) -> Row.of(row))
                .findFirst();
    }

    private static List<Row> rows(Query query) {
        return query.map((row, _) -> Row.of(row)).list();
    }
}
