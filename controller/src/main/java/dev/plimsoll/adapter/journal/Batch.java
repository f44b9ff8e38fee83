// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.KnowledgeSnapshot;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All that one commit writes. It is made once and does not change: where it is not certain whether
 * it was written, the same is tried again.
 *
 * @param number of the commit; the store takes each number once
 * @param head where the journal stands afterwards
 * @param workloads that were not known before
 * @param readings observations
 * @param decisions that tell something new
 * @param moves until when decisions were repeated, earlier ones and these
 * @param outcomes of actions
 * @param instructions that people gave
 * @param knowledge that was saved
 * @param told how far receivers of events are, where that is other than it was
 */
record Batch(
        long number,
        Head head,
        List<Numbered> workloads,
        List<ReadingChunk> readings,
        List<NewDecision> decisions,
        List<Standing.Move> moves,
        List<NewOutcome> outcomes,
        List<NewInstruction> instructions,
        List<NewKnowledge> knowledge,
        Optional<SortedMap<String, Long>> told) {

    /**
     * Where a journal stands.
     *
     * @param lastPosition of its last entry
     * @param newest the latest instant of which it tells
     * @param pulse when the decisions that follow it were repeated last
     * @param readingsFrom what was seen before is forgotten
     * @param decisionsFrom what was decided before is forgotten, unless it is needed
     */
    record Head(
            long lastPosition,
            Instant newest,
            Instant pulse,
            Instant readingsFrom,
            Instant decisionsFrom) {}

    record Numbered(int number, WorkloadId workload) {}

    /**
     * A decision.
     *
     * @param acts whether it leads to an action
     */
    record NewDecision(long position, int workload, Instant at, boolean acts, Packed payload) {}

    /**
     * An outcome.
     *
     * @param finishes the positions of the decisions that have it
     */
    record NewOutcome(
            long position, int workload, Instant at, List<Long> finishes, Packed payload) {}

    record NewInstruction(long position, int workload, Instant at, Packed payload) {}

    record NewKnowledge(int workload, KnowledgeSnapshot snapshot) {}
}
