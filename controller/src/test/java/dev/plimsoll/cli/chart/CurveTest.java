// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    /** A pixel for one, without rounding. */
    private static final Scale UP = new Scale(0, 128, 0, 128);

    @Test
    void hasEveryPointWhereThereIsRoom() {
        Curve curve = new Curve(2, 4, new Scale(0, 10, 0, 100), UP);

        assertThat(curve.line(i -> i * i))
                .containsExactly(new Point(20, 4), new Point(30, 9), new Point(40, 16));
    }

    @Test
    void keepsTheExtremesOfEachColumnInTheirOrder() {
        // a thousand positions on ten pixels: two peaks and a dip in the same column
        Curve curve = new Curve(0, 999, new Scale(0, 1000, 0, 10), UP);

        List<Point> line = curve.line(i -> i == 450 ? 90 : i == 430 ? 70 : i == 480 ? 1 : 50);

        assertThat(line).hasSizeLessThanOrEqualTo(20);
        assertThat(line)
                .containsSubsequence(
                        new Point(3, 50), new Point(4.5, 90), new Point(4.8, 1), new Point(5, 50));
    }

    @Test
    void breaksAtGapsAndKeepsSingleSamples() {
        Curve curve = new Curve(0, 6, new Scale(0, 10, 0, 100), UP);

        assertThat(curve.pieces(i -> i < 2 || i == 4, i -> i))
                .containsExactly(
                        List.of(new Point(0, 0), new Point(10, 1)), List.of(new Point(40, 4)));
        assertThat(curve.pieces(_ -> false, i -> i)).isEmpty();
    }

    @Test
    void bandsAreAtTheirWidest() {
        Curve curve = new Curve(0, 3, new Scale(0, 4, 0, 2), UP);

        assertThat(curve.band(i -> 10 - i, i -> 20 + i))
                .containsExactly(
                        new Point(0.25, 9),
                        new Point(1.25, 7),
                        new Point(1.25, 23),
                        new Point(0.25, 21));
    }
}
