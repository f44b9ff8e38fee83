// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.nio.ByteBuffer;

/**
 * Reads what {@link XorWriter} wrote. Bits that end early, or cannot be, are refused with an {@link
 * IllegalArgumentException}. Not thread-safe.
 */
final class XorReader {
    private final ByteBuffer source;
    private long before;
    private int length;
    private int trail;
    private long pending;
    private int pendingBits;

    XorReader(ByteBuffer source) {
        this.source = source;
    }

    long read() {
        if (get(1) == 1) {
            if (get(1) == 1) {
                window((int) get(XorWriter.PLACE_BITS), 1 + (int) get(XorWriter.PLACE_BITS));
            }
            before ^= get(length) << trail;
        }
        return before;
    }

    private void window(int lead, int bits) {
        if (lead + bits > Long.SIZE) {
            throw new IllegalArgumentException(
                    "state has %d bits after %d, a word has %d".formatted(bits, lead, Long.SIZE));
        }
        length = bits;
        trail = Long.SIZE - lead - bits;
    }

    private long get(int count) {
        if (count > Integer.SIZE) {
            long high = get(count - Integer.SIZE);
            return high << Integer.SIZE | get(Integer.SIZE);
        }
        while (pendingBits < count) {
            if (!source.hasRemaining()) {
                throw new IllegalArgumentException("state ends early, within a packed array");
            }
            pending = pending << Byte.SIZE | Byte.toUnsignedLong(source.get());
            pendingBits += Byte.SIZE;
        }
        pendingBits -= count;
        return pending >>> pendingBits & (1L << count) - 1;
    }
}
