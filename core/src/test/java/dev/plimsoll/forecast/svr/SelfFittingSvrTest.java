// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import dev.plimsoll.forecast.SelfFitting;

class SelfFittingSvrTest extends ForecasterContract {
    @Override
    protected Forecaster forecaster() {
        return new SelfFitting(SvrForecasterTest.small(12), 48, 24);
    }
}
