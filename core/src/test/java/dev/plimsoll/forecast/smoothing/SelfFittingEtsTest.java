// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import dev.plimsoll.forecast.SelfFitting;

class SelfFittingEtsTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new SelfFitting(new EtsForecaster(12), 48, 24);
    }
}
