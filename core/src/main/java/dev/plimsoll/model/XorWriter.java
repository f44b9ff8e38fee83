// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.nio.ByteBuffer;

/**
 * Writes words of which neighbours are often alike, bit by bit: each as what differs (XOR) from the
 * one before it, and the first from 0.
 *
 * <pre>
 * 0                       nothing differs
 * 10 bits                 what differs lies within the window that was given last
 * 11 lead length-1 bits   it lies after so many leading zeros, in a window of such a length;
 *                         6 bits each
 * </pre>
 *
 * <p>A new window is given where the last one does not do, or costs more than it saves. Source:
 * Pelkonen et al., Gorilla: A Fast, Scalable, In-Memory Time Series Database, VLDB 2015, section
 * 4.1.2. Not thread-safe.
 */
final class XorWriter {
    /** Of a place within a word. */
    static final int PLACE_BITS = 6;

    private static final int MOST_WORD_BITS = 2 + 2 * PLACE_BITS + Long.SIZE;
    private static final long LOW = 0xFFFF_FFFFL;

    private final ByteBuffer target;
    private long before;
    private int lead = Long.SIZE;
    private int trail;
    private long pending;
    private int pendingBits;

    /**
     * @param target with room for {@link #mostBytes}
     */
    XorWriter(ByteBuffer target) {
        this.target = target;
    }

    /** The bytes that so many words take at most. */
    static int mostBytes(int words) {
        return Math.ceilDiv(Math.multiplyExact(words, MOST_WORD_BITS), Byte.SIZE);
    }

    void write(long word) {
        long differing = word ^ before;
        before = word;
        if (differing == 0) {
            put(0b0, 1);
            return;
        }
        int first = Long.numberOfLeadingZeros(differing);
        int last = Long.numberOfTrailingZeros(differing);
        int saved = first - lead + last - trail;
        if (first >= lead && last >= trail && saved <= 2 * PLACE_BITS) {
            put(0b10, 2);
        } else {
            lead = first;
            trail = last;
            put(0b11, 2);
            put(lead, PLACE_BITS);
            put(Long.SIZE - lead - trail - 1, PLACE_BITS);
        }
        put(differing >>> trail, Long.SIZE - lead - trail);
    }

    /** Fills the last byte with zeros. */
    void end() {
        put(0, Math.floorMod(-pendingBits, Byte.SIZE));
    }

    private void put(long bits, int count) {
        if (count > Integer.SIZE) {
            put(bits >>> Integer.SIZE, count - Integer.SIZE);
            put(bits & LOW, Integer.SIZE);
            return;
        }
        pending = pending << count | bits;
        pendingBits += count;
        while (pendingBits >= Byte.SIZE) {
            pendingBits -= Byte.SIZE;
            target.put((byte) (pending >>> pendingBits));
        }
    }
}
