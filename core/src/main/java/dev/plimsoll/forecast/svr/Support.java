// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several regressions over the same points with the same kernel, which is why one pass over the
 * points evaluates all. Only points that one of them gives weight to are kept. Immutable.
 */
final class Support {
    private final double gamma;
    private final int width;
    private final short[] points;
    private final float[] weights;
    private final double[] intercepts;

    private Support(
            double gamma, int width, short[] points, float[] weights, double... intercepts) {
        this.gamma = gamma;
        this.width = width;
        this.points = points;
        this.weights = weights;
        this.intercepts = intercepts;
    }

    /** What was learned from points, at least one. */
    static Support of(double gamma, short[][] points, List<Regression> regressions) {
        int[] kept =
                IntStream.range(0, points.length)
                        .filter(i -> regressions.stream().anyMatch(r -> r.weight(i) != 0))
                        .toArray();
        int width = points[0].length;
        short[] joined = new short[kept.length * width];
        float[] weights = new float[kept.length * regressions.size()];
        int next = 0;
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(points[kept[i]], 0, joined, i * width, width);
            for (Regression regression : regressions) {
                weights[next++] = (float) regression.weight(kept[i]);
            }
        }
        double[] intercepts = regressions.stream().mapToDouble(Regression::intercept).toArray();
        return new Support(gamma, width, joined, weights, intercepts);
    }

    /** How many points are kept. */
    int size() {
        return points.length / width;
    }

    /** What each regression says of a point. */
    double[] at(short... point) {
        double[] sums = intercepts.clone();
        int next = 0;
        for (int from = 0; from < points.length; from += width) {
            double kernel = KernelMatrix.kernel(gamma, point, points, from);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weights[next++] * kernel;
            }
        }
        return sums;
    }

    void save(StateWriter out) {
        int[] pairs = new int[Math.ceilDiv(points.length, 2)];
        for (int i = 0; i < points.length; i++) {
            pairs[i / 2] |= Short.toUnsignedInt(points[i]) << (Short.SIZE * (i % 2));
        }
        int[] bits = new int[weights.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(weights[i]));
        out.putDouble(gamma).putDoubles(intercepts).putInt(size()).putInts(pairs).putInts(bits);
    }

    /** That of so many regressions over points of so many inputs. */
    static Support restored(StateReader in, int width, int regressions) {
        double gamma = in.getDouble();
        double[] intercepts = in.getDoubles();
        Checks.same(regressions, intercepts.length, "a number of regressions");
        int size = (int) Checks.within(0, SvrSettings.MOST_ROWS, in.getInt(), "a number of points");
        short[] points = points(in.getInts(), size * width);
        int[] bits = in.getInts();
        Checks.same(size * regressions, bits.length, "a number of weights");
        float[] weights = new float[bits.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.intBitsToFloat(bits[i]);
        }
        return new Support(gamma, width, points, weights, intercepts);
    }

    private static short[] points(int[] pairs, int count) {
        Checks.same(Math.ceilDiv(count, 2), pairs.length, "a number of pairs of inputs");
        short[] points = new short[count];
        for (int i = 0; i < count; i++) {
            points[i] = (short) (pairs[i / 2] >> (Short.SIZE * (i % 2)));
        }
        return points;
    }
}
