// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes learned state as bytes: big-endian, without names, so that equal state gives equal bytes.
 * {@link StateReader} reads it back in the same order. Not thread-safe.
 */
public final class StateWriter {
    private static final int MOST_LENGTH_BYTES = 5;

    private ByteBuffer buffer = ByteBuffer.allocate(256);

    public StateWriter putInt(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    public StateWriter putLong(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    public StateWriter putDouble(double value) {
        room(Double.BYTES).putDouble(value);
        return this;
    }

    public StateWriter putInstant(Instant value) {
        return putLong(value.getEpochSecond()).putInt(value.getNano());
    }

    /** An array with its length before it. */
    public StateWriter putDoubles(double[] values) {
        putInt(values.length);
        ByteBuffer target = room(values.length * Double.BYTES);
        for (double value : values) {
            target.putDouble(value);
        }
        return this;
    }

    /** An array with its length before it. */
    public StateWriter putInts(int[] values) {
        putInt(values.length);
        ByteBuffer target = room(values.length * Integer.BYTES);
        for (int value : values) {
            target.putInt(value);
        }
        return this;
    }

    /** An array of which neighbours are often alike, with its length before it, in few bytes. */
    public StateWriter packDoubles(double[] values) {
        XorWriter packed = packed(values.length);
        for (double value : values) {
            packed.write(Double.doubleToRawLongBits(value));
        }
        packed.end();
        return this;
    }

    /** As {@link #packDoubles}. */
    public StateWriter packFloats(float[] values) {
        XorWriter packed = packed(values.length);
        for (float value : values) {
            packed.write(Integer.toUnsignedLong(Float.floatToRawIntBits(value)));
        }
        packed.end();
        return this;
    }

    /** As {@link #packDoubles}. */
    public StateWriter packInts(int[] values) {
        XorWriter packed = packed(values.length);
        for (int value : values) {
            packed.write(Integer.toUnsignedLong(value));
        }
        packed.end();
        return this;
    }

    public StateWriter putString(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        room(bytes.length).put(bytes);
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private XorWriter packed(int words) {
        putLength(words);
        return new XorWriter(room(XorWriter.mostBytes(words)));
    }

    /**
     * As LEB128: seven bits a byte, the lowest first; all but the last have the eighth bit, too.
     */
    private void putLength(int length) {
        ByteBuffer target = room(MOST_LENGTH_BYTES);
        int rest = length;
        for (; rest >= 0x80; rest >>>= 7) {
            target.put((byte) (rest | 0x80));
        }
        target.put((byte) rest);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
        }
        return buffer;
    }
}
