// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.workload.Trace;
import dev.plimsoll.sim.workload.TraceReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll forecast}: forecasts a trace, and says how far that can be trusted. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = {
            "Forecasts demand, with accuracy and coverage from a rolling-origin back-test.",
            "",
            "MASE: error as a share of the naive one-step error; wQL: weighted quantile loss;"
                    + " coverage: share of true values inside the 90 %% band.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll forecast web.csv --horizon 2h --model holt-winters")
final class ForecastCommand implements Callable<Integer> {
    private static final String AUTO = "auto";

    private final PrintStream out;

    @Parameters(
            paramLabel = "TRACE.csv",
            description = "Demand to forecast; its form is that of 'plimsoll backtest --help'.")
    private Path file = Path.of("");

    @Option(names = "--horizon", description = "How far ahead. Default: ${DEFAULT-VALUE}.")
    private String horizon = "30m";

    @Option(
            names = "--model",
            description =
                    "auto (the least weighted quantile loss), naive, seasonal-naive or"
                            + " holt-winters; seasons are of a day. Default: ${DEFAULT-VALUE}.")
    private String model = AUTO;

    @Option(names = "-o", description = "Form: table or json. Default: ${DEFAULT-VALUE}.")
    private String form = "table";

    ForecastCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        OutputForm output = OutputForm.parse(form, OutputForm.TABLE, OutputForm.JSON);
        Duration ahead = DurationText.parse(horizon, "--horizon", "duration");
        List<ForecastModel> models = models();
        Trace trace = TraceReader.read(file);
        TraceForecast forecast;
        try (Progress progress = new Progress("forecast", models.size())) {
            forecast = TraceForecast.of(trace, ahead, models, progress::step);
        }
        out.println(
                output == OutputForm.JSON
                        ? ForecastReport.json(forecast)
                        : ForecastReport.table(forecast));
        return 0;
    }

    private List<ForecastModel> models() {
        if (model.equals(AUTO)) {
            return List.of(ForecastModel.values());
        }
        return List.of(ForecastModel.named(model).orElseThrow(this::unknownModel));
    }

    private InvalidInputException unknownModel() {
        String names =
                Arrays.stream(ForecastModel.values())
                        .map(ForecastModel::label)
                        .collect(Collectors.joining(", "));
        return new InvalidInputException("--model", "model", model, "choose from auto, " + names);
    }
}
