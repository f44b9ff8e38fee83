// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.arima.ArimaOrder.Part;

/**
 * How many differences make a series stationary: a seasonal one where the season is strong, then
 * from sample to sample as long as the KPSS test asks for more.
 *
 * <p>Source: Hyndman and Khandakar 2008, Automatic time series forecasting, section 3.1; the test
 * of the season as in Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.,
 * section 9.1.
 */
final class Differencing {
    /** Fewer show no more than one change from season to season. */
    private static final int LEAST_PERIODS = 3;

    private Differencing() {}

    /**
     * The order with these differences and nothing else, with a constant where one makes at most a
     * straight line, and without season where the history is too short for it.
     */
    static ArimaOrder of(RegularSeries history, ArimaOrder largest) {
        ArimaOrder order = seasonal(history, largest);
        while (order.regular().d() < largest.regular().d() && wanders(history, order)) {
            order = withOneMore(order);
        }
        int differences = order.regular().d() + order.seasonal().d();
        return order.withConstant(largest.constant() && differences <= 1);
    }

    private static ArimaOrder seasonal(RegularSeries history, ArimaOrder largest) {
        ArimaOrder none = ArimaOrder.of(0, 0, 0);
        int period = largest.period();
        if (period == 1 || history.size() < LEAST_PERIODS * period) {
            return none;
        }
        boolean strong = largest.seasonal().d() > 0 && SeasonalStrength.isStrong(history, period);
        return none.withSeason(new Part(0, strong ? 1 : 0, 0), period);
    }

    private static ArimaOrder withOneMore(ArimaOrder order) {
        return new ArimaOrder(
                new Part(0, order.regular().d() + 1, 0), order.seasonal(), order.period(), true);
    }

    private static boolean wanders(RegularSeries history, ArimaOrder order) {
        DifferencedSeries series = DifferencedSeries.of(history, order);
        return !series.isConstant() && Stationarity.rejects(series.presentValues());
    }
}
