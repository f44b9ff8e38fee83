// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.FittedForecaster;
import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.smoothing.EtsForm.SeasonKind;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The optimised Theta method. Of a series without its season, one theta line exaggerates the
 * curvature and is smoothed exponentially, the other is the straight line of least squares; the
 * forecast weighs them so that together they are the series. That is the same as simple exponential
 * smoothing with a drift of (1 − 1/θ) times the line's slope b, where the first level is free:
 *
 * <pre>
 * e = y − (l + d)    l ← l + d + αe    d = (1 − 1/θ)·b    ŷ(h) = l + h·d
 * </pre>
 *
 * <p>The classical method has θ = 2, half the slope. Here α, the first level and θ between 1 and 2
 * make the least squared error of one step. A larger θ is often a little better one step ahead, and
 * much worse later: on 24 public traces, fits to the last 500 samples had at 24 h an error of 1.18
 * times that of naive, and of 1.33 with any θ.
 *
 * <p>A season is taken out before, by classical decomposition, where the autocorrelation at its
 * period says so (see {@link SeasonalityCheck}): by factors where all samples are clearly above 0,
 * else by differences. It does not change between fits. With fewer than five samples, and on a
 * history that never changes, the model stays naive. A gap is a sample without surprise. {@code
 * observe} takes constant time and allocates nothing. Not thread-safe.
 *
 * <p>Sources: Assimakopoulos and Nikolopoulos, The theta model (2000), International Journal of
 * Forecasting 16(4); Hyndman and Billah, Unmasking the Theta method (2003), same journal 19(2);
 * Fiorucci et al. (2016), same journal 32(4), section 3.
 */
public final class ThetaForecaster implements FittedForecaster {
    private static final int LEAST_SAMPLES = 5;
    private static final double MOST_OF_SLOPE = 0.5;

    private final int period;
    private double last;
    private Optional<DriftingLevel> fitted = Optional.empty();
    private SeasonalIndex season = SeasonalIndex.none();
    private int phase;

    /** A forecaster for seasons of {@code period} samples; 1 for none. */
    public ThetaForecaster(int period) {
        this.period = Checks.atLeast(1, period, "period");
    }

    @Override
    public String name() {
        return "theta";
    }

    @Override
    public void fit(RegularSeries series) {
        ScaledHistory history = ScaledHistory.of(series);
        last = history.last();
        fitted = Optional.empty();
        season = SeasonalIndex.none();
        phase = 0;
        if (history.samples() >= LEAST_SAMPLES && !history.isConstant()) {
            estimate(history);
        }
    }

    private void estimate(ScaledHistory history) {
        SeasonalIndex found = SeasonalIndex.of(seasonKind(history), history.values(), period);
        double[] adjusted = found.remove(history.values(), history.size());
        double slope = EtsInitial.slope(adjusted);
        DriftingLevel model =
                new ThetaEstimation(
                                adjusted,
                                history.present(),
                                Math.min(0, MOST_OF_SLOPE * slope),
                                Math.max(0, MOST_OF_SLOPE * slope))
                        .fit();
        fitted = Optional.of(model.scaled(history.scale()));
        season = found.scaled(history.scale());
        replay(history);
    }

    private SeasonKind seasonKind(ScaledHistory history) {
        if (!SeasonalityCheck.isSeasonal(history.values(), period)) {
            return SeasonKind.NONE;
        }
        return history.isClearlyPositive() ? SeasonKind.MULTIPLICATIVE : SeasonKind.ADDITIVE;
    }

    private void replay(ScaledHistory history) {
        for (int i = 0; i < history.size(); i++) {
            if (history.present()[i]) {
                observe(history.values()[i] * history.scale());
            } else {
                observeGap();
            }
        }
    }

    @Override
    public void observe(double value) {
        last = Checks.sample(value);
        if (fitted.isPresent()) {
            fitted.get().observe(season.remove(last, phase));
            advance();
        }
    }

    @Override
    public void observeGap() {
        if (fitted.isPresent()) {
            fitted.get().observeGap();
            advance();
        }
    }

    private void advance() {
        phase = phase + 1 == period ? 0 : phase + 1;
    }

    /** The share of a surprise that the last fit puts into the level; empty while it is naive. */
    public OptionalDouble alpha() {
        return fitted.map(model -> OptionalDouble.of(model.alpha())).orElse(OptionalDouble.empty());
    }

    @Override
    public double predict(int steps) {
        Checks.steps(steps);
        if (fitted.isEmpty()) {
            return last;
        }
        double expected = season.apply(fitted.get().ahead(steps), phase - 1L + steps);
        return Math.clamp(expected, 0, Checks.LARGEST);
    }

    @Override
    public void save(StateWriter out) {
        out.putInt(period).putDouble(last).putInt(fitted.isPresent() ? 1 : 0);
        fitted.ifPresent(model -> model.save(out));
        season.save(out);
        out.putInt(phase);
    }

    @Override
    public void restore(StateReader in) {
        Checks.same(period, in.getInt(), "a period");
        last = in.getDouble();
        fitted = in.getInt() == 1 ? Optional.of(DriftingLevel.restore(in)) : Optional.empty();
        season = SeasonalIndex.restore(in, period);
        phase = (int) Checks.within(0, period - 1L, in.getInt(), "a phase");
    }
}
