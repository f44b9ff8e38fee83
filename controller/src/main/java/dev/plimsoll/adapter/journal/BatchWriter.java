// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.adapter.journal.Batch.Head;
import dev.plimsoll.adapter.journal.Batch.NewDecision;
import dev.plimsoll.adapter.journal.Batch.NewInstruction;
import dev.plimsoll.adapter.journal.Batch.NewKnowledge;
import dev.plimsoll.adapter.journal.Batch.NewOutcome;
import dev.plimsoll.adapter.journal.Batch.Numbered;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.JournalException.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes a commit in one transaction, and once: the first statement moves the journal's number of
 * commits on, and finds nothing to move where this commit is there already or another owner writes.
 */
final class BatchWriter {
    /** What both systems take as one value. */
    private static final int PART = 512 << 10;

    /** The table of outcomes has the whole stream of actions, what people said with it. */
    private static final String INSERT_ACTION =
            "INSERT INTO outcome (position, workload, acted_at, payload)"
                    + " VALUES (:position, :workload, :at, :payload)";

    private final String store;
    private final Lease lease;
    private final long epoch;

    BatchWriter(String store, Lease lease, long epoch) {
        this.store = store;
        this.lease = lease;
        this.epoch = epoch;
    }

    void write(Handle handle, Batch batch) {
        if (begin(handle, batch)) {
            PositionFloor.reach(handle, batch.head());
            workloads(handle, batch.workloads());
            readings(handle, batch.readings());
            decisions(handle, batch.decisions());
            moves(handle, batch.moves());
            outcomes(handle, batch.outcomes());
            instructions(handle, batch.instructions());
            batch.knowledge().forEach(knowledge -> knowledge(handle, knowledge));
            batch.told().ifPresent(told -> told(handle, told));
            forget(handle, batch.head());
        }
    }

    private boolean begin(Handle handle, Batch batch) {
        int moved =
                handle.createUpdate(
                                "UPDATE journal SET commits = :number, last_position = :position,"
                                        + " newest = :newest, pulse = :pulse, readings_from ="
                                        + " :readings, held_until = "
                                        + lease.heldUntil()
                                        + " WHERE epoch = :epoch AND commits = :number - 1")
                        .bind("number", batch.number())
                        .bind("position", batch.head().lastPosition())
                        .bind("newest", Nanos.of(batch.head().newest()))
                        .bind("pulse", Nanos.of(batch.head().pulse()))
                        .bind("readings", Nanos.of(batch.head().readingsFrom()))
                        .bind("epoch", epoch)
                        .execute();
        if (moved == 0) {
            requireWritten(handle, batch);
        }
        return moved == 1;
    }

    private void requireWritten(Handle handle, Batch batch) {
        String writer = handle.select("SELECT owner FROM journal").mapTo(String.class).one();
        long now = handle.select("SELECT epoch FROM journal").mapTo(Long.class).one();
        if (now != epoch) {
            throw new JournalException(
                    Fault.TAKEN,
                    store,
                    "%s writes in epoch %d, this is epoch %d".formatted(writer, now, epoch));
        }
        long commits = handle.select("SELECT commits FROM journal").mapTo(Long.class).one();
        if (commits != batch.number()) {
            throw new JournalException(
                    Fault.DAMAGED,
                    store,
                    "it has %d commits where %d were written".formatted(commits, batch.number()));
        }
    }

    private static void workloads(Handle handle, List<Numbered> workloads) {
        all(
                handle,
                "INSERT INTO workload (id, namespace, name) VALUES (:id, :namespace, :name)",
                workloads,
                (row, workload) ->
                        row.bind("id", workload.number())
                                .bind("namespace", workload.workload().namespace())
                                .bind("name", workload.workload().name()));
    }

    private static void readings(Handle handle, List<ReadingChunk> chunks) {
        all(
                handle,
                "INSERT INTO readings (last_position, first_workload, last_workload, first_at,"
                    + " last_at, payload) VALUES (:position, :first, :last, :from, :to, :payload)",
                chunks,
                (row, chunk) ->
                        row.bind("position", chunk.lastPosition())
                                .bind("first", chunk.firstWorkload())
                                .bind("last", chunk.lastWorkload())
                                .bind("from", Nanos.of(chunk.firstAt()))
                                .bind("to", Nanos.of(chunk.lastAt()))
                                .bind("payload", chunk.packed().bytes()));
    }

    private static void decisions(Handle handle, List<NewDecision> decisions) {
        all(
                handle,
                "INSERT INTO decided (position, workload, decided_at, payload)"
                        + " VALUES (:position, :workload, :at, :payload)",
                decisions,
                (row, decision) ->
                        row.bind("position", decision.position())
                                .bind("workload", decision.workload())
                                .bind("at", Nanos.of(decision.at()))
                                .bind("payload", decision.payload().bytes()));
        all(
                handle,
                "INSERT INTO unfinished (position) VALUES (:position)",
                decisions.stream().filter(NewDecision::acts).toList(),
                (row, decision) -> row.bind("position", decision.position()));
    }

    private static void moves(Handle handle, List<Standing.Move> moves) {
        all(
                handle,
                "INSERT INTO repeated (position, until_at, follows)"
                        + " VALUES (:position, :until, :follows)",
                moves.stream().filter(Standing.Move::isFirst).toList(),
                BatchWriter::bind);
        all(
                handle,
                "UPDATE repeated SET until_at = :until, follows = :follows"
                        + " WHERE position = :position",
                moves.stream().filter(move -> !move.isFirst()).toList(),
                BatchWriter::bind);
    }

    private static void bind(PreparedBatch row, Standing.Move move) {
        row.bind("position", move.position())
                .bind("until", Nanos.of(move.until()))
                .bind("follows", move.follows());
    }

    private static void outcomes(Handle handle, List<NewOutcome> outcomes) {
        all(
                handle,
                INSERT_ACTION,
                outcomes,
                (row, outcome) ->
                        row.bind("position", outcome.position())
                                .bind("workload", outcome.workload())
                                .bind("at", Nanos.of(outcome.at()))
                                .bind("payload", outcome.payload().bytes()));
        all(
                handle,
                "DELETE FROM unfinished WHERE position = :position",
                outcomes.stream().flatMap(outcome -> outcome.finishes().stream()).toList(),
                (row, position) -> row.bind("position", position));
    }

    private static void instructions(Handle handle, List<NewInstruction> instructions) {
        all(
                handle,
                INSERT_ACTION,
                instructions,
                (row, instruction) ->
                        row.bind("position", instruction.position())
                                .bind("workload", instruction.workload())
                                .bind("at", Nanos.of(instruction.at()))
                                .bind("payload", instruction.payload().bytes()));
    }

    private static void knowledge(Handle handle, NewKnowledge knowledge) {
        handle.createUpdate("DELETE FROM knowledge WHERE workload = :workload")
                .bind("workload", knowledge.workload())
                .execute();
        byte[] bytes = knowledge.snapshot().bytes();
        for (int part = 0; part == 0 || part * PART < bytes.length; part++) {
            int end = Math.min(bytes.length, (part + 1) * PART);
            handle.createUpdate(
                            "INSERT INTO knowledge (workload, part, position, payload)"
                                    + " VALUES (:workload, :part, :position, :payload)")
                    .bind("workload", knowledge.workload())
                    .bind("part", part)
                    .bind("position", knowledge.snapshot().position())
                    .bind("payload", Arrays.copyOfRange(bytes, part * PART, end))
                    .execute();
        }
    }

    private static void told(Handle handle, SortedMap<String, Long> told) {
        handle.execute("DELETE FROM told");
        all(
                handle,
                "INSERT INTO told (receiver, position) VALUES (:receiver, :position)",
                List.copyOf(told.entrySet()),
                (row, each) ->
                        row.bind("receiver", each.getKey()).bind("position", each.getValue()));
    }

    private static void forget(Handle handle, Head head) {
        handle.createUpdate("DELETE FROM readings WHERE last_at < :from")
                .bind("from", Nanos.of(head.readingsFrom()))
                .execute();
        long floor = PositionFloor.of(handle, head.decisionsFrom());
        handle.createUpdate(
                        "DELETE FROM decided WHERE position <= :floor"
                                + " AND NOT EXISTS (SELECT 1 FROM repeated"
                                + " WHERE repeated.position = decided.position"
                                + " AND (follows OR until_at >= :from))"
                                + " AND NOT EXISTS (SELECT 1 FROM unfinished"
                                + " WHERE unfinished.position = decided.position)"
                                + " AND EXISTS (SELECT 1 FROM decided later"
                                + " WHERE later.workload = decided.workload"
                                + " AND later.position > decided.position)")
                .bind("floor", floor)
                .bind("from", Nanos.of(head.decisionsFrom()))
                .execute();
        handle.execute("DELETE FROM outcome WHERE position <= ?", floor);
        PositionFloor.forget(handle, floor);
    }

    private static <T> void all(
            Handle handle, String sql, List<T> rows, BiConsumer<PreparedBatch, T> bind) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        for (T row : rows) {
            bind.accept(batch, row);
            batch.add();
        }
        batch.execute();
    }
}
