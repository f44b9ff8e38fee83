// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.bench.Require;
import dev.plimsoll.cli.Progress;
import dev.plimsoll.forecast.RollingOrigin;
import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll bench forecasts DIR}: our forecasts beside those of statsforecast. */
@Command(
        name = "forecasts",
        mixinStandardHelpOptions = true,
        description = {
            "Forecasts every trace of a folder 5 min, 30 min, 2 h and 24 h ahead, with our models"
                    + " and with six of Nixtla's statsforecast, from the same origins.",
            "",
            "Needs python3 with venv, and once a package index to install statsforecast from. What"
                    + " the peers answered is kept: a second run scores ours alone. Exit code 2: a"
                    + " trace cannot be used, or a part is missing.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll bench forecasts traces",
            "  plimsoll bench forecasts traces --models auto,holt-winters -o markdown"
        })
public final class ForecastsCommand implements Callable<Integer> {
    private static final List<String> FORMS = List.of("table", "markdown", "json");
    private static final int MOST_ORIGINS = 1000;
    private static final String PYTHON = "python3";

    @Parameters(paramLabel = "DIR", description = "Folder of the traces (*.csv).")
    private Path folder = Path.of("");

    @Option(
            names = "--origins",
            paramLabel = "N",
            description =
                    "Origins on each trace, 10 to 1000; a short trace has fewer. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int origins = 24;

    @Option(
            names = "--models",
            paramLabel = "NAMES",
            description =
                    "Ours, with commas between them: auto or any of those of 'forecast --model'."
                            + " The first is the one that is compared. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String models = OwnModels.AUTO;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "Folder of the environment and of the peers' answers. Default:"
                            + " ${DEFAULT-VALUE}.")
    private Path work = Path.of("bench", "target", "forecasts");

    @Option(
            names = "-o",
            paramLabel = "FORM",
            description = "Form: table, markdown or json. Default: ${DEFAULT-VALUE}.")
    private String form = "table";

    private final PrintStream out;
    private final PrintStream err;

    public ForecastsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Require.choice("-o", "form", form, FORMS);
        Require.number("--origins", origins, RollingOrigin.LEAST_ORIGINS, MOST_ORIGINS);
        List<String> own = OwnModels.parse(models);
        Courses courses = Courses.of(folder, origins);
        PeerSource peers = new Peers(workFolder(), PYTHON, err).answers(courses.all());
        print(compare(own, courses, peers));
        return 0;
    }

    private static Comparison compare(List<String> own, Courses courses, PeerSource peers)
            throws IOException {
        try (Progress progress = new Progress("forecasts", courses.all().size())) {
            return Comparison.of(own, courses, peers, progress::step);
        }
    }

    private void print(Comparison comparison) {
        out.println(
                switch (form) {
                    case "json" -> ForecastsJson.render(comparison);
                    case "markdown" -> ForecastsReport.markdown(comparison);
                    default -> ForecastsReport.text(comparison);
                });
    }

    private Path workFolder() {
        try {
            return Files.createDirectories(work).toAbsolutePath();
        } catch (IOException _) {
            throw new InvalidInputException(
                    "--work", "folder", work.toString(), "name one that can be written to");
        }
    }
}
