// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * The shape of a model (p,d,q)(P,D,Q)s: how many samples back, how many differences and how many
 * surprises back, from sample to sample and from season to season.
 *
 * @param regular (p,d,q), each of p and q up to 5, d up to 2
 * @param seasonal (P,D,Q), each of P and Q up to 2, D up to 1; all 0 where the period is 1
 * @param period samples in a season; without effect where all seasonal orders are 0
 * @param constant whether the differenced series has a mean of its own. Without differences that is
 *     the level of the series, with one it is a drift
 */
public record ArimaOrder(Part regular, Part seasonal, int period, boolean constant) {
    /** Beyond it the past that a season needs is too much to keep for every series. */
    public static final int LONGEST_PERIOD = 366;

    private static final Part NO_SEASON = new Part(0, 0, 0);
    private static final Part MOST_REGULAR = new Part(5, 2, 5);
    private static final Part MOST_SEASONAL = new Part(2, 1, 2);

    /**
     * The orders of either part, in the letters that all of the field uses.
     *
     * @param p autoregressive terms
     * @param d differences
     * @param q moving-average terms
     */
    public record Part(int p, int d, int q) {
        public Part {
            Checks.atLeast(0, p, "p");
            Checks.atLeast(0, d, "d");
            Checks.atLeast(0, q, "q");
        }

        private boolean isWithin(Part most) {
            return p <= most.p && d <= most.d && q <= most.q;
        }

        void save(StateWriter out) {
            out.putInt(p).putInt(d).putInt(q);
        }

        static Part restore(StateReader in) {
            return new Part(in.getInt(), in.getInt(), in.getInt());
        }

        @Override
        public String toString() {
            return "(%d,%d,%d)".formatted(p, d, q);
        }
    }

    public ArimaOrder {
        Checks.atLeast(1, period, "period");
        require(regular, MOST_REGULAR, "regular");
        require(seasonal, period == 1 ? NO_SEASON : MOST_SEASONAL, "seasonal");
        if (period > LONGEST_PERIOD && !seasonal.equals(NO_SEASON)) {
            throw new IllegalArgumentException(
                    "period %d is longer than %d samples: sample less often, or give no seasonal orders"
                            .formatted(period, LONGEST_PERIOD));
        }
    }

    private static void require(Part part, Part most, String what) {
        if (!part.isWithin(most)) {
            throw new IllegalArgumentException(
                    "the %s orders are %s, must be at most %s".formatted(what, part, most));
        }
    }

    /** A model without season; it has a mean where it takes no differences. */
    public static ArimaOrder of(int p, int d, int q) {
        return new ArimaOrder(new Part(p, d, q), NO_SEASON, 1, d == 0);
    }

    /** The same with a season; the constant stays as it is. */
    public ArimaOrder withSeason(Part orders, int samples) {
        return new ArimaOrder(regular, orders, samples, constant);
    }

    public ArimaOrder withConstant(boolean wanted) {
        return new ArimaOrder(regular, seasonal, period, wanted);
    }

    /** How many samples are used up by differences: d + s·D. */
    int differencedSamples() {
        return regular.d + period * seasonal.d;
    }

    /** The estimated numbers of the stationary part: p + q + P + Q. */
    int coefficients() {
        return regular.p + regular.q + seasonal.p + seasonal.q;
    }

    /** The length of the state vector of the stationary part: max(p + s·P, q + s·Q + 1). */
    int stateSize() {
        return Math.max(regular.p + period * seasonal.p, regular.q + period * seasonal.q + 1);
    }

    /** (1 − B)^d (1 − B^s)^D. */
    LagPolynomial differences() {
        LagPolynomial product = LagPolynomial.ONE;
        for (int i = 0; i < regular.d; i++) {
            product = product.times(LagPolynomial.difference(1));
        }
        for (int i = 0; i < seasonal.d; i++) {
            product = product.times(LagPolynomial.difference(period));
        }
        return product;
    }

    /** The period, or 1 where it has no effect. */
    int effectivePeriod() {
        return seasonal.equals(NO_SEASON) ? 1 : period;
    }

    void save(StateWriter out) {
        regular.save(out);
        seasonal.save(out);
        out.putInt(period).putInt(constant ? 1 : 0);
    }

    static ArimaOrder restore(StateReader in) {
        return new ArimaOrder(Part.restore(in), Part.restore(in), in.getInt(), in.getInt() == 1);
    }

    @Override
    public String toString() {
        String season = period == 1 ? "" : seasonal.toString() + period;
        return regular + season + (constant ? " with a constant" : "");
    }
}
