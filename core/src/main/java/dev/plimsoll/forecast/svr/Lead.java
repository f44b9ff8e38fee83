// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * What a fit found of one look-ahead.
 *
 * @param steps how far ahead
 * @param share how much of the past days' rise recurs, by least squares, from 0 to 1
 * @param spread how large a change is, on average, that this leaves over; the unit of the
 *     regression
 */
record Lead(int steps, double share, double spread) {
    static Lead of(int steps, double[] rises, double... changes) {
        double share = share(rises, changes);
        double sum = 0;
        for (int i = 0; i < changes.length; i++) {
            sum += Math.abs(changes[i] - share * rises[i]);
        }
        return new Lead(steps, share, sum / changes.length);
    }

    private static double share(double[] rises, double... changes) {
        double together = 0;
        double alone = 0;
        for (int i = 0; i < rises.length; i++) {
            together += rises[i] * changes[i];
            alone += rises[i] * rises[i];
        }
        double share = together / alone;
        return Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0;
    }

    /** What is left over of a change, in spreads. */
    double rest(double rise, double change) {
        return spread > 0 ? (change - share * rise) / spread : 0;
    }

    void save(StateWriter out) {
        out.putDouble(share).putDouble(spread);
    }

    static Lead restored(StateReader in, int steps) {
        return new Lead(steps, in.getDouble(), in.getDouble());
    }
}
