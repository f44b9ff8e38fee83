// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.WorkloadId;
import java.util.Arrays;
import java.util.Objects;

/**
 * What was known of a workload at one position of the journal: restored, and with the entries
 * behind that position folded in, it is what is known now. Immutable.
 */
public final class KnowledgeSnapshot {
    private final WorkloadId workload;
    private final long position;
    private final byte[] bytes;

    /**
     * A snapshot.
     *
     * @param position of the last entry that is folded in
     * @param bytes what {@link WorkloadKnowledge#snapshot} gave, with the number of its form
     */
    public KnowledgeSnapshot(WorkloadId workload, long position, byte[] bytes) {
        this.workload = workload;
        this.position = position;
        this.bytes = bytes.clone();
    }

    public WorkloadId workload() {
        return workload;
    }

    /** The position of the last entry that is folded in. */
    public long position() {
        return position;
    }

    /** For {@link WorkloadKnowledge#restore}. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnowledgeSnapshot that
                && workload.equals(that.workload)
                && position == that.position
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(workload, position, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return "%d bytes of %s at %d".formatted(bytes.length, workload, position);
    }
}
