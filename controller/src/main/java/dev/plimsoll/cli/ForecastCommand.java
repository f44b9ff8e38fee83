// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.cli.chart.PngRenderer;
import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.workload.TraceReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll forecast web.csv --horizon 2h --model holt-winters",
            "  plimsoll forecast web.csv -o html > forecast.html",
            "  plimsoll forecast web.csv -o png --out forecast.png",
            "  plimsoll forecast web.csv --origins-at origins.txt -o json",
            "  plimsoll forecast web.csv --events launches.csv --horizon 24h"
        })
final class ForecastCommand implements Callable<Integer> {
    private static final String AUTO = "auto";

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(
            paramLabel = "TRACE.csv",
            description = "Demand to forecast; its form is that of 'plimsoll backtest --help'.")
    private Path trace = Path.of("");

    @Option(names = "--horizon", description = "How far ahead. Default: ${DEFAULT-VALUE}.")
    private String horizon = "30m";

    @Option(
            names = "--model",
            description =
                    "auto (many experts weighed by their recent errors; the naive models are scored"
                            + " beside it), or one alone, with seasons of a day: naive,"
                            + " seasonal-naive, drift, holt-winters, ets, theta, arima, sarima,"
                            + " arima-yadav, sarima-yadav, multi-season or svr."
                            + " Default: ${DEFAULT-VALUE}.")
    private String model = AUTO;

    @Option(
            names = "--origins-at",
            paramLabel = "FILE",
            description = {
                "Forecast from the times in this file instead of the trace's end, knowing nothing"
                        + " after them; accuracy is over these alone.",
                "One time a line, in seconds as in the trace or in ISO-8601 with an offset. Each"
                        + " stands for the newest sample at or before it; of those that stand for"
                        + " the same sample one counts."
            })
    private Optional<Path> originsAt = Optional.empty();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "Launches, holidays, sales: CSV with the header name,start,duration, past and"
                        + " to come, start in ISO-8601 with an offset. What events of a name did"
                        + " before, the next of the name is expected to do.")
    private Optional<Path> events = Optional.empty();

    @Option(
            names = "-o",
            description =
                    "Form: table, json, png (a picture) or html (a page with the picture)."
                            + " Default: ${DEFAULT-VALUE}.")
    private String form = "table";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write to this file, which is replaced, instead of standard output. A png needs"
                            + " it, or a redirection, on a terminal.")
    private Optional<Path> file = Optional.empty();

    ForecastCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        ForecastForm output = OutputForm.parse(form, List.of(ForecastForm.values()));
        requireAnotherFile();
        Destination destination = new Destination(out, file);
        if (output == ForecastForm.PNG) {
            destination.requireRoomForBytes(Destination.isTerminal());
            requireFonts();
        }
        TraceForecast forecast = forecast();
        destination.write(stream -> print(forecast, output, stream));
        return 0;
    }

    private void requireAnotherFile() {
        boolean same =
                file.filter(path ->
                                path.toAbsolutePath()
                                        .normalize()
                                        .equals(trace.toAbsolutePath().normalize()))
                        .isPresent();
        if (same) {
            throw new InvalidInputException(
                    "--out", "file", trace.toString(), "is the trace itself: name another file");
        }
    }

    private static void requireFonts() {
        if (!PngRenderer.canSetTexts()) {
            throw new InvalidInputException(
                    "-o",
                    "form",
                    "png",
                    "no font is installed: install one (Debian: apt-get install fontconfig"
                            + " fonts-dejavu-core), or take html");
        }
    }

    private TraceForecast forecast() {
        Duration ahead = DurationText.parse(horizon, "--horizon", "duration");
        Optional<ForecastModel> asked = askedModel();
        TraceSamples samples = new TraceSamples(TraceReader.read(trace));
        int steps = samples.steps(ahead);
        Contestants contestants = contestants(asked, samples, steps);
        ForecastOrigins origins = origins(samples, steps);
        try (Progress progress = new Progress("forecast", contestants.all().size())) {
            return TraceForecast.of(samples, steps, origins, contestants, progress::step);
        }
    }

    private Contestants contestants(
            Optional<ForecastModel> asked, TraceSamples samples, int steps) {
        Contestants plain = Contestants.of(asked, samples, steps);
        return events.map(EventsFile::read)
                .map(listed -> plain.with(samples.calendar(listed)))
                .orElse(plain);
    }

    private ForecastOrigins origins(TraceSamples samples, int steps) {
        if (originsAt.isEmpty()) {
            return ForecastOrigins.rolling(samples, TraceForecast.rolling(samples, steps), steps);
        }
        OriginsFile named = OriginsFile.read(originsAt.get(), samples);
        named.requireFeasible(steps);
        named.note().ifPresent(err::println);
        return ForecastOrigins.exactly(named.origins());
    }

    private static void print(TraceForecast forecast, ForecastForm output, PrintStream stream) {
        switch (output) {
            case TABLE -> stream.println(ForecastReport.table(forecast));
            case JSON -> ForecastJson.print(forecast, stream);
            case HTML -> stream.println(ForecastPage.render(forecast));
            case PNG -> stream.writeBytes(PngRenderer.render(ForecastPicture.of(forecast)));
        }
    }

    private Optional<ForecastModel> askedModel() {
        return model.equals(AUTO)
                ? Optional.empty()
                : Optional.of(ForecastModel.named(model).orElseThrow(this::unknownModel));
    }

    private InvalidInputException unknownModel() {
        return new InvalidInputException(
                "--model", "model", model, "choose from auto, " + ForecastModel.labels());
    }
}
