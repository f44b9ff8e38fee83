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

    @Test
    void refusesTrailingBytes() {
        StateReader in = new StateReader(new byte[6]);
        in.getInt();
        assertThatIllegalArgumentException()
                .isThrownBy(in::end)
                .withMessageContaining("2 bytes more");
    }
}
