// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import dev.plimsoll.forecast.SelfFitting;

class SelfFittingThetaTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new SelfFitting(new ThetaForecaster(12), 48, 6);
    }
}
