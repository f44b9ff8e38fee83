// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/**
 * Brings inputs of any size to one scale: the distance from their median in units of their spread,
 * cut at {@value #MOST}. The spread is the mean distance from the median, which a few spikes
 * stretch less than a standard deviation; one that does not vary becomes 0. Immutable but for
 * {@link #restored}.
 */
final class Scaling {
    /** The range of a short, nearly. */
    static final int GRAIN = 6000;

    private static final double MOST = 5;

    private final double[] centres;
    private final double[] spreads;

    private Scaling(double[] centres, double[] spreads) {
        this.centres = centres;
        this.spreads = spreads;
    }

    /** The scaling of rows of inputs, at least one. */
    static Scaling of(double[][] rows) {
        int width = rows[0].length;
        Scaling scaling = new Scaling(new double[width], new double[width]);
        for (int i = 0; i < width; i++) {
            int input = i;
            double[] column = Arrays.stream(rows).mapToDouble(row -> row[input]).toArray();
            scaling.centres[i] = median(column);
            scaling.spreads[i] = meanDistance(column, scaling.centres[i]);
        }
        return scaling;
    }

    int width() {
        return centres.length;
    }

    /** The inputs as a point, in grains of 1/{@value #GRAIN} spread. */
    short[] point(double... inputs) {
        short[] point = new short[inputs.length];
        for (int i = 0; i < point.length; i++) {
            double distance = spreads[i] > 0 ? (inputs[i] - centres[i]) / spreads[i] : 0;
            point[i] = (short) Math.rint(GRAIN * cut(distance, MOST));
        }
        return point;
    }

    static double cut(double value, double most) {
        return Math.clamp(value, -most, most);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }

    static double meanDistance(double[] values, double centre) {
        return Arrays.stream(values).map(value -> Math.abs(value - centre)).average().orElse(0);
    }

    void save(StateWriter out) {
        out.putDoubles(centres).putDoubles(spreads);
    }

    static Scaling restored(StateReader in, int width) {
        double[] centres = in.getDoubles();
        double[] spreads = in.getDoubles();
        Checks.same(width, centres.length, "a number of inputs");
        Checks.same(width, spreads.length, "a number of inputs");
        return new Scaling(centres, spreads);
    }
}
