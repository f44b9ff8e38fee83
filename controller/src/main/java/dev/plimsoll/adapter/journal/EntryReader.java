// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalStream;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.KnowledgeSnapshot;
import dev.plimsoll.control.Selection;
import dev.plimsoll.control.form.EntryForm;
import dev.plimsoll.model.WorkloadId;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what {@link BatchWriter} wrote, as it stood after one commit. */
final class EntryReader {
    private static final int CHUNKS_AT_ONCE = 64;

    private final Handle handle;
    private final DecisionReader decisions;
    private final Map<WorkloadId, Integer> numbers;

    /**
     * A reader over one connection.
     *
     * @param numbers of workloads that are known already; it adds those that it finds
     */
    EntryReader(Handle handle, Map<WorkloadId, Integer> numbers) {
        this.handle = handle;
        this.decisions = new DecisionReader(handle);
        this.numbers = numbers;
    }

    /** Where the journal's writer goes on. */
    Stored stored() {
        Standing standing = new Standing();
        Unfinished unfinished = new Unfinished();
        standing.restore(instant("pulse"));
        decisions.last().forEach(standing::restore);
        decisions.unfinished().forEach(row -> unfinished.began(row.position(), row.decided()));
        return new Stored(
                number("commits"),
                number("last_position"),
                instant("readings_from"),
                instant("newest"),
                numbers(),
                standing,
                unfinished,
                told());
    }

    Instant newest() {
        return instant("newest");
    }

    SortedMap<String, Long> told() {
        SortedMap<String, Long> told = new TreeMap<>();
        handle.select("SELECT receiver, position FROM told")
                .map((row, _) -> told.put(row.getString("receiver"), row.getLong("position")))
                .list();
        return told;
    }

    List<Decided> unfinished() {
        return decisions.unfinished().stream().map(DecisionReader.Row::decided).toList();
    }

    Optional<KnowledgeSnapshot> saved(WorkloadId workload) {
        List<Long> position = new ArrayList<>();
        var bytes = new ByteArrayOutputStream();
        id(workload)
                .ifPresent(id ->
                        handle.select(
                                        "SELECT position, payload FROM knowledge"
                                                + " WHERE workload = ? ORDER BY part",
                                        id)
                                .map((row, _) -> {
                                    bytes.writeBytes(row.getBytes("payload"));
                                    return position.add(row.getLong("position"));
                                })
                                .list());
        return position.stream()
                .findFirst()
                .map(at -> new KnowledgeSnapshot(workload, at, bytes.toByteArray()));
    }

    /**
     * Nothing behind the last commit that was there at the beginning: no page may skip an entry.
     */
    List<Kept> read(Selection selection) {
        Optional<Integer> only = selection.workload().flatMap(this::id);
        if (selection.workload().isPresent() && only.isEmpty()) {
            return List.of();
        }
        long last = number("last_position");
        long floor = Math.min(last, PositionFloor.of(handle, selection.from()));
        Selection behind = selection.after(Math.max(selection.after(), floor));
        List<Kept> kept = new ArrayList<>();
        for (JournalStream stream : selection.streams()) {
            List<Kept> found =
                    switch (stream) {
                        case READINGS -> readings(behind, only, last);
                        case DECISIONS -> decisions.read(selection, only, floor, last);
                        case ACTIONS -> actions(behind, only, last);
                    };
            kept.addAll(found);
            if (found.size() >= selection.limit()) { // of other streams, what is behind is too much
                last = found.get(selection.limit() - 1).position();
            }
        }
        kept.sort(Comparator.comparingLong(Kept::position));
        return selection.of(kept);
    }

    private List<Kept> readings(Selection selection, Optional<Integer> only, long last) {
        Instant from = instant("readings_from");
        Selection kept =
                selection.from().isBefore(from)
                        ? selection.between(from, selection.to())
                        : selection;
        List<Kept> found = new ArrayList<>();
        long after = selection.after();
        while (found.size() < selection.limit() && after < last) {
            List<List<Kept>> chunks = chunks(kept.after(after), only, last);
            for (List<Kept> chunk : chunks) {
                found.addAll(kept.of(chunk));
            }
            after = chunks.size() < CHUNKS_AT_ONCE ? last : chunks.getLast().getLast().position();
        }
        return found;
    }

    private List<List<Kept>> chunks(Selection selection, Optional<Integer> only, long last) {
        String sql =
                "SELECT payload FROM readings WHERE last_position > :after"
                        + " AND last_position <= :last AND first_at <= :to AND last_at >= :from"
                        + only.map(_ -> " AND first_workload <= :only AND last_workload >= :only")
                                .orElse("")
                        + " ORDER BY last_position LIMIT "
                        + CHUNKS_AT_ONCE;
        return query(sql, selection, only, last)
                .map((row, _) -> ReadingChunk.unpacked(payload(row)))
                .list();
    }

    private List<Kept> actions(Selection selection, Optional<Integer> only, long last) {
        String sql =
                "SELECT position, payload FROM outcome WHERE position > :after"
                        + " AND position <= :last AND acted_at <= :to AND acted_at >= :from"
                        + only.map(_ -> " AND workload = :only").orElse("")
                        + " ORDER BY position LIMIT "
                        + selection.limit();
        return query(sql, selection, only, last)
                .map((row, _) ->
                        new Kept(row.getLong("position"), EntryForm.read(payload(row).unpacked())))
                .list();
    }

    private Query query(String sql, Selection selection, Optional<Integer> only, long last) {
        Query query =
                handle.createQuery(sql)
                        .bind("after", selection.after())
                        .bind("last", last)
                        .bind("from", Nanos.of(selection.from()))
                        .bind("to", Nanos.of(selection.to()));
        only.ifPresent(id -> query.bind("only", id));
        return query;
    }

    private static Packed payload(ResultSet row) throws SQLException {
        return Packed.stored(row.getBytes("payload"));
    }

    private Map<WorkloadId, Integer> numbers() {
        Map<WorkloadId, Integer> numbers = new TreeMap<>();
        handle.select("SELECT id, namespace, name FROM workload")
                .map((row, _) ->
                        numbers.put(
                                new WorkloadId(row.getString("namespace"), row.getString("name")),
                                row.getInt("id")))
                .list();
        return numbers;
    }

    /** Whoever asks for one of them is about to ask for the others. */
    private Optional<Integer> id(WorkloadId workload) {
        if (!numbers.containsKey(workload)) {
            numbers.putAll(numbers());
        }
        return Optional.ofNullable(numbers.get(workload));
    }

    private Instant instant(String column) {
        return Nanos.toInstant(number(column));
    }

    private long number(String column) {
        return handle.select("SELECT " + column + " FROM journal").mapTo(Long.class).one();
    }
}
