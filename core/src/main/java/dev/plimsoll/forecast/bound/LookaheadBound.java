// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.forecast.naive.NaiveForecaster;
import dev.plimsoll.forecast.smoothing.HoltForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersForecaster;
import dev.plimsoll.forecast.smoothing.HoltWintersSettings;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.List;

/**
 * The upper bound of demand over a look-ahead that would have cost least of late.
 *
 * <p>Several forecasters each give their largest value over the look-ahead: the last value itself,
 * Holt's method for ramps, Holt-Winters for the day's pattern. To it comes a margin: one of a fixed
 * ladder of multiples of that forecaster's mean error, and of shares of the forecast. For every
 * forecaster and every rung a running account is kept of what it would have cost to hold capacity
 * for that bound: the replicas themselves, and {@code violationCost} times the replicas needed
 * whenever the demand at the end of the look-ahead was above them. The cheapest account decides. So
 * the quantile is never named; it follows from the price of a violation and from the errors that
 * were really made, whatever their distribution.
 *
 * <p>Demand counts at the end of the look-ahead only, because so each moment is judged once, by the
 * last order that could still serve it. Accounts fade with a half-life of 34,657 samples (six days
 * at 15 s). Before there is history, errors are believed to be exponential, worth {@value
 * CostedForecaster#PRIOR_SAMPLES} samples.
 *
 * <p>The idea is prediction with expert advice: follow the leader over a finite set, with the cost
 * itself as loss (Cesa-Bianchi and Lugosi, Prediction, Learning, and Games, 2006, chapter 2). Not
 * thread-safe.
 */
public final class LookaheadBound {
    /** Seasons of a day; forecasters that have none are useful from the second sample on. */
    private static final Duration SEASON = Duration.ofDays(1);

    private final List<CostedForecaster> forecasters;
    private DemandBound bound = DemandBound.NONE;

    LookaheadBound(List<Forecaster> forecasters, double violationCost) {
        this.forecasters =
                forecasters.stream()
                        .map(forecaster -> new CostedForecaster(forecaster, violationCost))
                        .toList();
    }

    /** The forecasters for a series with a sample in each {@code interval}. */
    public static LookaheadBound forInterval(Duration interval, double violationCost) {
        return new LookaheadBound(
                List.of(
                        new NaiveForecaster(),
                        new HoltForecaster(0.8, 0.3, 0.97),
                        new HoltWintersForecaster(HoltWintersSettings.forPeriod(day(interval)))),
                violationCost);
    }

    /** The bound of one forecaster alone, for a series with a sample in each {@code interval}. */
    public static LookaheadBound forModel(
            ForecastModel model, Duration interval, double violationCost) {
        return new LookaheadBound(List.of(model.create(day(interval))), violationCost);
    }

    private static int day(Duration interval) {
        return Math.max(2, (int) (SEASON.toMillis() / interval.toMillis()));
    }

    /**
     * Takes the next sample, settles the accounts that it decides, and makes the next bound.
     *
     * @param demand per second
     * @param horizon samples to the end of the look-ahead, at least 1
     * @param demandPerReplica what one replica carries
     */
    public void observe(double demand, int horizon, double demandPerReplica) {
        CostedForecaster cheapest = forecasters.getFirst();
        for (CostedForecaster forecaster : forecasters) {
            forecaster.observe(demand, horizon, demandPerReplica);
            if (forecaster.cost() < cheapest.cost()) {
                cheapest = forecaster;
            }
        }
        bound = cheapest.bound();
    }

    /** The next sample is absent; the bound stands. */
    public void observeGap() {
        forecasters.forEach(CostedForecaster::observeGap);
    }

    public DemandBound bound() {
        return bound;
    }

    public void save(StateWriter out) {
        forecasters.forEach(forecaster -> forecaster.save(out));
        switch (bound) {
            case DemandBound.None _ -> out.putString("");
            case DemandBound.Upper(var upper, var expected, var forecaster, var missShare) ->
                    out.putString(forecaster)
                            .putDouble(upper)
                            .putDouble(expected)
                            .putDouble(missShare);
        }
    }

    /** Takes over what {@link #save} wrote. */
    public void restore(StateReader in) {
        forecasters.forEach(forecaster -> forecaster.restore(in));
        String forecaster = in.getString();
        bound =
                forecaster.isEmpty()
                        ? DemandBound.NONE
                        : new DemandBound.Upper(
                                in.getDouble(), in.getDouble(), forecaster, in.getDouble());
    }
}
