// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link StateWriter} and {@link StateReader} as one form. */
class StateFormTest {
    @Test
    void readsBackWhatWasWritten() {
        StateReader in =
                new StateReader(
                        new StateWriter()
                                .putInt(Integer.MIN_VALUE)
                                .putLong(Long.MAX_VALUE)
                                .putDouble(-0.0)
                                .putString("größer than ✓")
                                .putString("")
                                .putInts(new int[] {1, -1})
                                .putDoubles(new double[] {Double.NaN, 5e-324})
                                .toBytes());
        assertThat(in.getInt()).isEqualTo(Integer.MIN_VALUE);
        assertThat(in.getLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(Double.doubleToLongBits(in.getDouble())).isEqualTo(Long.MIN_VALUE);
        assertThat(in.getString()).isEqualTo("größer than ✓");
        assertThat(in.getString()).isEmpty();
        assertThat(in.getInts()).containsExactly(1, -1);
        assertThat(in.getDoubles()).containsExactly(Double.NaN, 5e-324);
        in.end();
    }

    @Test
    void growsWithWhatIsWritten() {
        double[] large = new SplittableRandom(1).doubles(10_000).toArray();
        StateWriter out = new StateWriter();
        for (int i = 0; i < 100; i++) {
            out.putInt(i);
        }
        byte[] bytes = out.putDoubles(large).putString("x".repeat(1000)).toBytes();

        assertThat(bytes).hasSize(100 * 4 + 4 + 80_000 + 4 + 1000);
        StateReader in = new StateReader(bytes);
        for (int i = 0; i < 100; i++) {
            assertThat(in.getInt()).isEqualTo(i);
        }
        assertThat(in.getDoubles()).containsExactly(large);
    }

    @Test
    void isBigEndianWithLengthsBeforeArrays() {
        byte[] bytes = new StateWriter().putInts(new int[] {258}).toBytes();
        assertThat(bytes).containsExactly(0, 0, 0, 1, 0, 0, 1, 2);
    }

    @Test
    void bytesThatWereTakenStayAsTheyAre() {
        StateWriter out = new StateWriter().putInt(1);
        byte[] taken = out.toBytes();
        out.putInt(2);
        StateReader in = new StateReader(taken);
        taken[3] = 9;
        assertThat(in.getInt()).isEqualTo(1);
        in.end();
    }

    record Read(String what, byte[] written, Consumer<StateReader> read) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Read> reads() {
        return List.of(
                new Read("int", new StateWriter().putInt(7).toBytes(), StateReader::getInt),
                new Read("long", new StateWriter().putLong(7).toBytes(), StateReader::getLong),
                new Read(
                        "double", new StateWriter().putDouble(7).toBytes(), StateReader::getDouble),
                new Read(
                        "string",
                        new StateWriter().putString("ab").toBytes(),
                        StateReader::getString),
                new Read(
                        "ints",
                        new StateWriter().putInts(new int[] {1, 2}).toBytes(),
                        StateReader::getInts),
                new Read(
                        "packed doubles",
                        new StateWriter().packDoubles(new double[] {1, 2.1, 2.1}).toBytes(),
                        in -> in.unpackDoubles(new double[3])),
                new Read(
                        "packed floats",
                        new StateWriter().packFloats(new float[] {1, 2.1f}).toBytes(),
                        in -> in.unpackFloats(new float[2])),
                new Read(
                        "packed ints",
                        new StateWriter().packInts(new int[200]).toBytes(),
                        in -> in.unpackInts(new int[200])),
                new Read(
                        "doubles",
                        new StateWriter().putDoubles(new double[] {1, 2}).toBytes(),
                        StateReader::getDoubles));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void refusesToReadPastAnEarlyEnd(Read read) {
        for (int length = 0; length < read.written().length; length++) {
            StateReader in = new StateReader(Arrays.copyOf(read.written(), length));
            assertThatIllegalArgumentException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> read.read().accept(in))
                    .withMessageContaining("ends early");
        }
        read.read().accept(new StateReader(read.written()));
    }

    @Test
    void refusesALengthThatCannotBe() {
        StateReader negative = new StateReader(new StateWriter().putInt(-1).toBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(negative::getDoubles)
                .withMessageContaining("length of -1");
        StateReader huge = new StateReader(new StateWriter().putInt(Integer.MAX_VALUE).toBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(huge::getInts)
                .withMessageContaining("ends early");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void unpacksWhatWasPacked(long seed) {
        double[] doubles = alike(seed, 300);
        float[] floats = new float[300];
        int[] ints = new int[300];
        for (int i = 0; i < 300; i++) {
            floats[i] = (float) doubles[i];
            ints[i] = (int) Double.doubleToRawLongBits(doubles[i]);
        }
        byte[] bytes =
                new StateWriter()
                        .packDoubles(doubles)
                        .packInts(ints)
                        .packDoubles(new double[0])
                        .packFloats(floats)
                        .putInt(7)
                        .toBytes();

        double[] doublesRead = new double[300];
        float[] floatsRead = new float[300];
        int[] intsRead = new int[300];
        StateReader in = new StateReader(bytes);
        in.unpackDoubles(doublesRead).unpackInts(intsRead);
        in.unpackDoubles(new double[0]).unpackFloats(floatsRead);
        assertThat(in.getInt()).isEqualTo(7);
        in.end();
        assertThat(bits(doublesRead)).isEqualTo(bits(doubles));
        assertThat(floatsRead).isEqualTo(floats);
        assertThat(intsRead).isEqualTo(ints);
    }

    /** Runs, small steps, noise, and what is no number. */
    private static double[] alike(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] odd = {0, -0.0, Double.NaN, 1e300, -1, Double.MIN_VALUE, Double.MAX_VALUE};
        double[] values = new double[size];
        for (int i = 1; i < size; i++) {
            values[i] =
                    switch (random.nextInt(4)) {
                        case 0 -> odd[random.nextInt(odd.length)];
                        case 1 -> values[i - 1] + 1;
                        case 2 -> random.nextDouble(-1e6, 1e6);
                        default -> values[i - 1];
                    };
        }
        return values;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void packsWhatIsAlikeIntoFewBytes() {
        assertThat(new StateWriter().packDoubles(new double[800]).toBytes()).hasSize(2 + 100);
        double[] noise = new SplittableRandom(1).doubles(800).toArray();
        assertThat(new StateWriter().packDoubles(noise).toBytes()).hasSizeLessThan(800 * 8);
        int[] far = {0, -1, 0, 1, 0, -1, 0, 1, Integer.MIN_VALUE, 1, Integer.MIN_VALUE};
        assertThat(new StateWriter().packInts(far).toBytes()).hasSizeLessThan(far.length * 6);
    }

    /**
     * Length 3; 10 comes anew: lead 60, window 3 bits (101, last 0); then 0; then 8 in the window.
     */
    @Test
    void packsBitByBit() {
        byte[] bytes = new StateWriter().packInts(new int[] {10, 10, 8}).toBytes();
        assertThat(bytes)
                .containsExactly(3, (byte) 0b11_111100, (byte) 0b000010_10, (byte) 0b1_0_10_001_0);
    }

    @Test
    void refusesAPackedArrayOfAnotherLength() {
        StateReader in = new StateReader(new StateWriter().packInts(new int[300]).toBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in.unpackInts(new int[3]))
                .withMessage("state has an array of 300, these settings want 3");
        StateReader endless = new StateReader(new byte[] {-1, -1, -1, -1, -1, -1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endless.unpackInts(new int[3]))
                .withMessage("state has a length of more than 32 bits");
    }

    @Test
    void refusesAWindowThatCannotBe() {
        StateReader beyond = new StateReader(new byte[] {1, -1, -1, -1, -1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> beyond.unpackDoubles(new double[1]))
                .withMessage("state has 64 bits after 63, a word has 64");
    }

    @Test
    void refusesTrailingBytes() {
        StateReader in = new StateReader(new byte[6]);
        in.getInt();
        assertThatIllegalArgumentException()
                .isThrownBy(in::end)
                .withMessageContaining("2 bytes more");
    }
}
