// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.decided;
import static dev.plimsoll.control.Entries.observed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plimsoll.control.Kept;
import dev.plimsoll.control.form.EntryForm;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 4096, 1_000_000})
    void whatCannotBeMadeSmallerComesBackToo(int length) {
        byte[] noise = new byte[length];
        new SplittableRandom(length).nextBytes(noise);
        assertThat(Packed.stored(Packed.of(noise).bytes()).unpacked()).isEqualTo(noise);
    }

    @Test
    void whatIsAlikeTakesLittleRoom() {
        assertThat(Packed.of(new byte[100_000]).bytes()).hasSizeLessThan(200);
    }

    @Test
    void whatEntriesHaveInCommonIsNotStoredWithEach() {
        byte[] entry = EntryForm.write(decided(WEB, 0, 4, 7));
        assertThat(Packed.of(entry).length()).isLessThan(entry.length / 3);
    }

    /** Its digest: with another one, what is in the stores of users cannot be unpacked. */
    @Test
    void theDictionaryIsWhatItWas() {
        byte[] packed = Packed.of(new byte[0]).bytes();
        int adler = ByteBuffer.wrap(packed).getInt(Integer.BYTES + 2);
        assertThat(adler).isEqualTo(0xBFCC_B622);
    }

    @Test
    void whatWasPackedWithoutADictionaryIsReadToo() {
        byte[] plain = "a journal of 25 letters..".getBytes(UTF_8);
        byte[] packed = new byte[100];
        ByteBuffer.wrap(packed).putInt(plain.length);
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            deflater.deflate(packed, Integer.BYTES, packed.length - Integer.BYTES);
        }
        assertThat(Packed.stored(packed).unpacked()).isEqualTo(plain);
    }

    @Test
    void whatWasCutOrChangedIsRefused() {
        byte[] packed = Packed.of("a journal of 25 letters..".getBytes(UTF_8)).bytes();
        for (int length = 0; length < packed.length - 5; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatIllegalArgumentException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> Packed.stored(cut).unpacked());
        }
        byte[] negative = packed.clone();
        negative[0] = -1;
        assertThatIllegalArgumentException().isThrownBy(() -> Packed.stored(negative).unpacked());
        byte[] garbage = packed.clone();
        Arrays.fill(garbage, 4, garbage.length, (byte) -1);
        assertThatIllegalArgumentException().isThrownBy(() -> Packed.stored(garbage).unpacked());
    }

    @Test
    void aChunkComesBackEntryByEntry() {
        ReadingChunk chunk = new ReadingChunk();
        chunk.add(7, 0, observed(WEB, 0).at(), EntryForm.write(observed(WEB, 0)));
        chunk.add(9, 0, observed(WEB, 15).at(), EntryForm.write(observed(WEB, 15)));
        assertThat(ReadingChunk.unpacked(chunk.packed()))
                .containsExactly(new Kept(7, observed(WEB, 0)), new Kept(9, observed(WEB, 15)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11, 12, 40})
    void aChunkThatEndsEarlyIsRefused(int length) {
        byte[] plain = new byte[length];
        plain[length - 1] = 99;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadingChunk.unpacked(Packed.of(plain)));
    }

    @Test
    void instantsBeyondTheirRangeAreItsEnds() {
        Instant at = Instant.parse("2026-01-05T00:00:00.123456789Z");
        assertThat(Nanos.toInstant(Nanos.of(at))).isEqualTo(at);
        Instant early = Instant.parse("1969-12-31T23:59:59.5Z");
        assertThat(Nanos.toInstant(Nanos.of(early))).isEqualTo(early);
        assertThat(Nanos.of(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        assertThat(Nanos.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    }
}
