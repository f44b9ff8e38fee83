// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes as they are stored: their number, and then they themselves, deflated. What entries have in
 * common is not stored with each: the deflater begins with a dictionary. Immutable.
 */
final class Packed {
    private static final int HEAD = Integer.BYTES;

    /** Two decisions. It never changes, as all that is packed with it needs it. */
    private static final byte[] DICTIONARY = resource("entries.dictionary");

    private final byte[] bytes;

    private Packed(byte[] bytes) {
        this.bytes = bytes;
    }

    static Packed of(byte[] plain) {
        byte[] packed = new byte[HEAD + plain.length + plain.length / 8 + 64];
        ByteBuffer.wrap(packed).putInt(plain.length);
        try (Deflater deflater = new Deflater()) {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(plain);
            deflater.finish();
            int length = deflater.deflate(packed, HEAD, packed.length - HEAD);
            return new Packed(Arrays.copyOf(packed, HEAD + length));
        }
    }

    static Packed stored(byte[] bytes) {
        return new Packed(bytes.clone());
    }

    int length() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The bytes that were packed.
     *
     * @throws IllegalArgumentException if these are not such bytes
     */
    byte[] unpacked() {
        if (bytes.length < HEAD || ByteBuffer.wrap(bytes).getInt() < 0) {
            throw new IllegalArgumentException(
                    "%d packed bytes say no length".formatted(bytes.length));
        }
        byte[] plain = new byte[ByteBuffer.wrap(bytes).getInt()];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, HEAD, bytes.length - HEAD);
            requireLength(inflated(inflater, plain), plain.length);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("packed bytes are damaged", e);
        }
        return plain;
    }

    /** Early versions packed without a dictionary. */
    private static int inflated(Inflater inflater, byte[] plain) throws DataFormatException {
        int length = inflater.inflate(plain);
        if (inflater.needsDictionary()) {
            inflater.setDictionary(DICTIONARY);
            length = inflater.inflate(plain);
        }
        return length;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Packed.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireLength(int found, int wanted) {
        if (found != wanted) {
            throw new IllegalArgumentException(
                    "packed bytes end early: %d of %d".formatted(found, wanted));
        }
    }
}
