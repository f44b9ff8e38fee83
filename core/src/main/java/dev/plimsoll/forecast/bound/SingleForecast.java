// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** One forecaster's largest value over the look-ahead, without any margin. Not thread-safe. */
public final class SingleForecast implements BoundSource {
    private final Forecaster forecaster;
    private DemandBound bound = DemandBound.NONE;

    public SingleForecast(Forecaster forecaster) {
        this.forecaster = forecaster;
    }

    @Override
    public void observe(Interval interval, Reach reach) {
        forecaster.observe(interval.demand());
        double peak = 0;
        for (int steps = 1; steps <= reach.last(); steps++) {
            peak = Math.max(peak, forecaster.predict(steps));
        }
        bound = new DemandBound.Expected(forecaster.name(), peak, reach.last());
    }

    @Override
    public void observeGap() {
        forecaster.observeGap();
    }

    @Override
    public DemandBound bound() {
        return bound;
    }

    @Override
    public void save(StateWriter out) {
        out.putString(forecaster.name());
        forecaster.save(out);
        DemandBound.save(bound, out);
    }

    @Override
    public void restore(StateReader in) {
        String saved = in.getString();
        if (!saved.equals(forecaster.name())) {
            throw new IllegalArgumentException(
                    "state of the forecaster %s, these settings want %s"
                            .formatted(saved, forecaster.name()));
        }
        forecaster.restore(in);
        bound = DemandBound.restore(in);
    }
}
