// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By the conditions of the optimum, which know nothing of how it was found. */
class RegressionTest {
    private static final int POINTS = 60;
    private static final double TUBE = 0.1;

    private static KernelMatrix kernel(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        short[][] points = new short[POINTS][3];
        for (short[] point : points) {
            for (int i = 0; i < point.length; i++) {
                point[i] = (short) (Scaling.GRAIN * random.nextGaussian());
            }
        }
        return new KernelMatrix(points, 0.3);
    }

    private static double[] targets(long seed) {
        SplittableRandom random = new SplittableRandom(-seed);
        double[] targets = new double[POINTS];
        Arrays.setAll(targets, i -> random.nextGaussian());
        return targets;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void weightsAreThoseOfTheOptimum(long seed) {
        double cost = 0.5;
        double tolerance = 0.02;
        KernelMatrix kernel = kernel(seed);
        double[] targets = targets(seed);
        Regression regression = Regression.of(kernel, targets, cost, TUBE);
        assertThat(IntStream.range(0, POINTS).mapToDouble(regression::weight).sum())
                .isCloseTo(0, within(1e-9));
        for (int i = 0; i < POINTS; i++) {
            double weight = regression.weight(i);
            double error = targets[i] - regression.at(kernel, i);
            assertThat(Math.abs(weight)).isLessThanOrEqualTo(cost);
            if (weight == 0) {
                assertThat(Math.abs(error)).isLessThan(TUBE + tolerance);
            } else if (Math.abs(weight) == cost) {
                assertThat(error * Math.signum(weight)).isGreaterThan(TUBE - tolerance);
            } else {
                assertThat(error * Math.signum(weight)).isCloseTo(TUBE, within(tolerance));
            }
        }
    }

    @Test
    void whatLiesWithinTheTubeNeedsNoSupport() {
        double[] flat = new double[POINTS];
        Arrays.setAll(flat, i -> 3 + 0.05 * (i % 3));
        Regression regression = Regression.of(kernel(1), flat, 1, TUBE);
        for (int i = 0; i < POINTS; i++) {
            assertThat(regression.weight(i)).isZero();
        }
        assertThat(regression.at(kernel(1), 7)).isCloseTo(3.05, within(TUBE));
    }
}
