// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.TestSeries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
    private static TrainingRows rows(int period, int most, RegularSeries history) {
        SvrGrid grid = new SvrGrid(0.2, List.of(1.0), List.of(1.0));
        SvrSettings settings = new SvrSettings(period, 2, List.of(1, 3), most, grid);
        return TrainingRows.of(history, new SvrInputs(settings), settings);
    }

    private static double[] squares(int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> (double) i * i);
        return values;
    }

    private static double[] values(TrainingRows rows) {
        return IntStream.range(0, rows.count()).mapToDouble(row -> rows.inputs(row)[0]).toArray();
    }

    @Test
    void areTheInputsOfEachSampleAndWhatCameAfter() {
        TrainingRows rows = rows(20, 100, TestSeries.of(squares(30)));
        assertThat(rows.lead(0).steps()).isEqualTo(1);
        assertThat(rows.lead(1).steps()).isEqualTo(3);
        // less than two days: the value and its differences to those one and two steps before
        assertThat(rows.inputs(0)).containsExactly(1, 1, 1);
        assertThat(rows.inputs(4)).containsExactly(25, 9, 16);
        assertThat(rows.change(0, 4)).isEqualTo(36 - 25);
        assertThat(rows.change(1, 4)).isEqualTo(64 - 25);
        assertThat(rows.count()).isEqualTo(26);
    }

    @Test
    void skipThoseWhoseFutureIsAbsent() {
        BitSet absent = new BitSet();
        absent.set(10);
        TrainingRows rows = rows(20, 100, new RegularSeries(squares(30), absent));
        assertThat(values(rows)).doesNotContain(49, 81, 100).contains(36, 64, 121);
    }

    @Test
    void knowTheDayBeforeFromTwoDaysOn() {
        TrainingRows rows = rows(10, 100, TestSeries.of(squares(30)));
        double[] first = rows.inputs(0);
        assertThat(first).hasSize(3 + 1 + 2 + 2);
        assertThat(first[0]).as("the second day's first sample").isEqualTo(100);
        assertThat(first[3]).as("above the day before").isEqualTo(100);
        assertThat(Arrays.copyOfRange(first, 4, 6)).as("its rise").containsExactly(1, 9);
        assertThat(Arrays.copyOfRange(first, 6, 8)).as("midnight").containsExactly(0, 1);
        assertThat(rows.rise(1, 0)).isEqualTo(9);
    }

    @Test
    void areThinnedWithoutLosingAPhase() {
        int period = 24;
        double[] phases = new double[100 * period];
        Arrays.setAll(phases, i -> i % period);
        TrainingRows rows = rows(period, 100, TestSeries.of(phases));
        assertThat(rows.count()).isEqualTo(100);
        long distinct = Arrays.stream(values(rows)).distinct().count();
        assertThat(distinct).isEqualTo(period);
    }
}
