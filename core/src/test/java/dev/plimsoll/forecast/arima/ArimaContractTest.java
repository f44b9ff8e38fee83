// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.ForecasterContract;
import org.junit.jupiter.api.Nested;

/** Every named model keeps the contract of forecasters, unfitted and with fits in between. */
class ArimaContractTest {
    private static final int STEPS_TO_A_FIT = 58;

    @Nested
    class Unfitted extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return new ArimaForecaster(ArimaChoice.sarima(12));
        }
    }

    @Nested
    class Arima extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return refitting(ArimaChoice.arima());
        }
    }

    @Nested
    class Sarima extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return refitting(ArimaChoice.sarima(12));
        }
    }

    @Nested
    class ArimaYadav extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return refitting(ArimaChoice.arimaYadav());
        }
    }

    @Nested
    class SarimaYadav extends ForecasterContract {
        @Override
        protected Forecaster forecaster() {
            return refitting(ArimaChoice.sarimaYadav());
        }
    }

    private static Forecaster refitting(ArimaChoice choice) {
        return new RefittingForecaster(new ArimaForecaster(choice), STEPS_TO_A_FIT);
    }
}
