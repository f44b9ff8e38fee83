// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Reads what {@link StateWriter} wrote, in the same order. Bytes that end early, or lengths that
 * cannot be, are refused with an {@link IllegalArgumentException}. Not thread-safe.
 */
public final class StateReader {
    private final ByteBuffer buffer;

    public StateReader(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes.clone());
    }

    public int getInt() {
        require(Integer.BYTES);
        return buffer.getInt();
    }

    public long getLong() {
        require(Long.BYTES);
        return buffer.getLong();
    }

    public double getDouble() {
        require(Double.BYTES);
        return buffer.getDouble();
    }

    public Instant getInstant() {
        return Instant.ofEpochSecond(getLong(), getInt());
    }

    public double[] getDoubles() {
        double[] values = new double[length(Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getDouble();
        }
        return values;
    }

    public int[] getInts() {
        int[] values = new int[length(Integer.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getInt();
        }
        return values;
    }

    /** Fills an array; refuses state that has another number of values. */
    public StateReader unpackDoubles(double[] target) {
        XorReader packed = packed(target.length);
        for (int i = 0; i < target.length; i++) {
            target[i] = Double.longBitsToDouble(packed.read());
        }
        return this;
    }

    /** Fills an array; refuses state that has another number of values. */
    public StateReader unpackFloats(float[] target) {
        XorReader packed = packed(target.length);
        for (int i = 0; i < target.length; i++) {
            target[i] = Float.intBitsToFloat((int) packed.read());
        }
        return this;
    }

    /** Fills an array; refuses state that has another number of values. */
    public StateReader unpackInts(int[] target) {
        XorReader packed = packed(target.length);
        for (int i = 0; i < target.length; i++) {
            target[i] = (int) packed.read();
        }
        return this;
    }

    public String getString() {
        byte[] bytes = new byte[length(1)];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Refuses trailing bytes: state that is longer than its reader is of another version. */
    public void end() {
        if (buffer.hasRemaining()) {
            throw new IllegalArgumentException(
                    "state has %d bytes more than expected".formatted(buffer.remaining()));
        }
    }

    private XorReader packed(int words) {
        requireLength(words, packedLength());
        return new XorReader(buffer);
    }

    private int packedLength() {
        int length = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            require(1);
            byte next = buffer.get();
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                return length;
            }
        }
        throw new IllegalArgumentException("state has a length of more than 32 bits");
    }

    private static void requireLength(int expected, int found) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    "state has an array of %d, these settings want %d".formatted(found, expected));
        }
    }

    private int length(int elementBytes) {
        int length = getInt();
        if (length < 0) {
            throw new IllegalArgumentException("state has a length of %d".formatted(length));
        }
        require((long) length * elementBytes);
        return length;
    }

    private void require(long bytes) {
        if (buffer.remaining() < bytes) {
            throw new IllegalArgumentException(
                    "state ends early: %d bytes wanted, %d left"
                            .formatted(bytes, buffer.remaining()));
        }
    }
}
