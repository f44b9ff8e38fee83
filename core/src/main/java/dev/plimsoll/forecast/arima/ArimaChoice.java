// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.arima.ArimaOrder.Part;

/** How an {@link ArimaForecaster} comes to its orders. */
public sealed interface ArimaChoice {
    /** The name of the forecaster. */
    String name();

    /** The largest orders that may come out. */
    ArimaOrder largest();

    /** Always the same orders; only the coefficients are estimated. */
    record Fixed(String name, ArimaOrder order) implements ArimaChoice {
        @Override
        public ArimaOrder largest() {
            return order;
        }
    }

    /**
     * At each fit those orders up to {@code largest} that suit the history best; a constant is
     * tried where {@code largest} has one. See {@link OrderSearch}.
     */
    record Search(String name, ArimaOrder largest) implements ArimaChoice {}

    /** {@code arima}: p and q up to 3, no season. */
    static ArimaChoice arima() {
        return new Search("arima", ArimaOrder.of(3, 2, 3).withConstant(true));
    }

    /**
     * {@code sarima}: the same, with P, D and Q up to 1. A season of more than {@link
     * ArimaOrder#LONGEST_PERIOD} samples, or of one, is left out.
     *
     * @param period samples in a season
     */
    static ArimaChoice sarima(int period) {
        boolean fits = period > 1 && period <= ArimaOrder.LONGEST_PERIOD;
        ArimaOrder regular = ArimaOrder.of(3, 2, 3).withConstant(true);
        return new Search("sarima", fits ? regular.withSeason(new Part(1, 1, 1), period) : regular);
    }

    /**
     * {@code arima-yadav}: the (0,1,1) of Yadav et al. 2020. Their formula has a µ without a word
     * on differences; as is usual, there is none where a difference is taken, so that nothing
     * drifts.
     */
    static ArimaChoice arimaYadav() {
        return new Fixed("arima-yadav", ArimaOrder.of(0, 1, 1));
    }

    /**
     * {@code sarima-yadav}: the (1,1,1) with seasonal (0,0,0,12) of Yadav et al. 2020. As all its
     * seasonal orders are 0, the season of 12 has no effect: it is ARIMA(1,1,1) under their name.
     */
    static ArimaChoice sarimaYadav() {
        return new Fixed("sarima-yadav", ArimaOrder.of(1, 1, 1).withSeason(new Part(0, 0, 0), 12));
    }
}
