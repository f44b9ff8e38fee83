// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.Kept;
import dev.plimsoll.control.form.EntryForm;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Observations of one commit that are stored together: alike as they are, they pack well. At most
 * {@value #MOST}, so that reading one workload does not unpack the whole pool.
 */
final class ReadingChunk {
    static final int MOST = 128;

    private static final int HEAD = Long.BYTES + Integer.BYTES;

    private final List<byte[]> entries = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private Optional<Packed> packed = Optional.empty();
    private int firstWorkload = Integer.MAX_VALUE;
    private int lastWorkload = Integer.MIN_VALUE;
    private Instant firstAt = Instant.MAX;
    private Instant lastAt = Instant.MIN;

    void add(long position, int workload, Instant at, byte[] entry) {
        packed = Optional.empty();
        positions.add(position);
        entries.add(entry);
        firstWorkload = Math.min(firstWorkload, workload);
        lastWorkload = Math.max(lastWorkload, workload);
        firstAt = at.isBefore(firstAt) ? at : firstAt;
        lastAt = at.isAfter(lastAt) ? at : lastAt;
    }

    boolean isFull() {
        return entries.size() >= MOST;
    }

    long lastPosition() {
        return positions.getLast();
    }

    int firstWorkload() {
        return firstWorkload;
    }

    int lastWorkload() {
        return lastWorkload;
    }

    Instant firstAt() {
        return firstAt;
    }

    Instant lastAt() {
        return lastAt;
    }

    Packed packed() {
        Packed made = packed.orElseGet(this::pack);
        packed = Optional.of(made);
        return made;
    }

    private Packed pack() {
        int length = entries.stream().mapToInt(entry -> HEAD + entry.length).sum();
        ByteBuffer plain = ByteBuffer.allocate(length);
        for (int i = 0; i < entries.size(); i++) {
            plain.putLong(positions.get(i)).putInt(entries.get(i).length).put(entries.get(i));
        }
        return Packed.of(plain.array());
    }

    /**
     * The observations of a packed chunk.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    static List<Kept> unpacked(Packed packed) {
        ByteBuffer plain = ByteBuffer.wrap(packed.unpacked());
        List<Kept> kept = new ArrayList<>();
        while (plain.hasRemaining()) {
            kept.add(next(plain));
        }
        return kept;
    }

    private static Kept next(ByteBuffer plain) {
        int length = plain.remaining() < HEAD ? -1 : plain.getInt(plain.position() + Long.BYTES);
        if (length < 0 || length > plain.remaining() - HEAD) {
            throw new IllegalArgumentException(
                    "a chunk of readings ends early: %d bytes left".formatted(plain.remaining()));
        }
        long position = plain.getLong();
        byte[] entry = new byte[plain.getInt()];
        plain.get(entry);
        JournalEntry read = EntryForm.read(entry);
        return new Kept(position, read);
    }
}
