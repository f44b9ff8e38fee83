// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.PolicyCatalog;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the forecaster of all policies that take one. */
final class ForecasterOption {
    @Option(
            names = "--forecaster",
            paramLabel = "NAME",
            description =
                    "Forecaster of hybrid and hybrid-paper where they name none themselves: a model"
                            + " of 'forecast --model' but auto. Default: arima.")
    private Optional<String> name = Optional.empty();

    /** The forecaster asked for. */
    Optional<String> name() {
        return name;
    }

    /** The policies with this forecaster. */
    List<PolicySpec> in(List<PolicySpec> policies) {
        return name.map(forecaster -> PolicyCatalog.withForecaster(policies, forecaster))
                .orElse(policies);
    }
}
