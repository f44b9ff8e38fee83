// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.series;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.bench.FormOption;
import dev.plimsoll.bench.Require;
import dev.plimsoll.cli.Progress;
import dev.plimsoll.cli.TextTable;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll bench series}: what forecasts for thousands of series cost in a day. */
@Command(
        name = "series",
        mixinStandardHelpOptions = true,
        description = {
            "Forecasts thousands of made-up series through a simulated day of 15 s cycles: a sample"
                    + " refreshes 60 steps of bands at all quantiles, between samples they are read"
                    + " again, and refits go by rota.",
            "",
            "A day before it, in which the series are learned, is not measured.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll bench series --series 2000 --threads 2",
            "  plimsoll bench series --series 5000 --threads 1 --sample-step 15s -o json"
        })
public final class SeriesCommand implements Callable<Integer> {
    private static final Duration CYCLE = Duration.ofSeconds(15);
    private static final int MOST_SERIES = 100_000;
    private static final int MOST_THREADS = 64;
    private static final int DAYS = 2;

    /** The rota wants 64 samples a day, at least. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(20);

    @Option(
            names = "--series",
            paramLabel = "N",
            description = "Series, 1 to 100000. Default: ${DEFAULT-VALUE}.")
    private int series = 2000;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads, 1 to 64. Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(
            names = "--sample-step",
            paramLabel = "TIME",
            description =
                    "From one sample of a series to the next, whole cycles of 15 s, at most 20m."
                            + " Default: ${DEFAULT-VALUE}.")
    private String sampleStep = "60s";

    @Mixin private FormOption form = new FormOption();

    private final PrintStream out;

    public SeriesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        boolean json = form.isJson();
        Require.number("--series", series, 1, MOST_SERIES);
        Require.number("--threads", threads, 1, MOST_THREADS);
        SeriesResult result =
                measure(new SeriesLoad(series, Math.min(threads, series), CYCLE, step()));
        out.println(json ? json(result) : table(result));
        return 0;
    }

    private Duration step() {
        Duration step = DurationText.parse(sampleStep, "--sample-step", "duration");
        boolean whole = step.toMillis() % CYCLE.toMillis() == 0;
        if (!whole || step.compareTo(CYCLE) < 0 || step.compareTo(LONGEST_STEP) > 0) {
            throw new InvalidInputException(
                    "--sample-step", "duration", sampleStep, "give 15s, 30s … up to 20m");
        }
        return step;
    }

    private static SeriesResult measure(SeriesLoad load)
            throws InterruptedException, ExecutionException {
        double before = liveBytes();
        List<SeriesWorker> workers =
                IntStream.range(0, load.threads())
                        .mapToObj(thread -> new SeriesWorker(load, thread))
                        .toList();
        double wallSeconds = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(load.threads());
                Progress progress = new Progress("series", DAYS)) {
            for (int day = 0; day < DAYS; day++) {
                wallSeconds = run(threads, workers, day);
                progress.step();
            }
        }
        double heapKib = (liveBytes() - before) / 1024 / load.series();
        return result(load, workers, wallSeconds, heapKib);
    }

    private static double run(ExecutorService threads, List<SeriesWorker> workers, int day)
            throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        List<? extends Future<?>> running =
                workers.stream().map(worker -> threads.submit(() -> worker.run(day))).toList();
        for (Future<?> worker : running) {
            worker.get();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double liveBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static SeriesResult result(
            SeriesLoad load, List<SeriesWorker> workers, double wallSeconds, double heapKib) {
        LatencyHistogram refreshes = new LatencyHistogram();
        workers.forEach(worker -> refreshes.add(worker.refreshes()));
        long cycles = (long) load.series() * load.cyclesOfADay();
        double cpu = workers.stream().mapToLong(SeriesWorker::cpuNanos).sum();
        double refitting = workers.stream().mapToLong(SeriesWorker::refitNanos).sum();
        long refits = workers.stream().mapToLong(SeriesWorker::refits).sum();
        return new SeriesResult(
                load,
                cycles,
                cpu / 1e3 / cycles,
                refits,
                refitting / 1e6 / Math.max(1, refits),
                refreshes.micros(0.5),
                refreshes.micros(0.99),
                workers.stream().mapToDouble(SeriesWorker::longestCycleMicros).max().orElse(0)
                        / 1e3,
                wallSeconds,
                heapKib,
                workers.getFirst().stateBytes() / 1024.0);
    }

    private static String table(SeriesResult result) {
        TextTable table = new TextTable("figure", "value");
        table.row("series, threads", result.load().series() + ", " + result.load().threads());
        table.row("sample every", DurationText.of(result.load().sampleStep()));
        table.row("series · cycles of the day", String.valueOf(result.cycles()));
        table.row("CPU per series and cycle, refits included", text(result.microsPerCycle(), "µs"));
        table.row("refits", String.valueOf(result.refits()));
        table.row("CPU of a refit", text(result.refitMillis(), "ms"));
        table.row("a sample and 60 steps of bands, p50", text(result.refreshP50Micros(), "µs"));
        table.row("a sample and 60 steps of bands, p99", text(result.refreshP99Micros(), "µs"));
        table.row("longest cycle of a thread, CPU", text(result.longestCycleMillis(), "ms"));
        table.row("the day, wall", text(result.wallSeconds(), "s"));
        table.row("live heap per series", text(result.heapKibPerSeries(), "KiB"));
        table.row("snapshot of a series", text(result.stateKib(), "KiB"));
        return table.toString();
    }

    private static String text(double value, String unit) {
        return String.format(Locale.ROOT, "%.4g %s", value, unit);
    }

    private static String json(SeriesResult result) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", "plimsoll.dev/bench-series/v1");
        root.put("series", result.load().series()).put("threads", result.load().threads());
        root.put("sampleSeconds", result.load().sampleStep().toSeconds());
        root.put("cycles", result.cycles()).put("cpuMicrosPerCycle", result.microsPerCycle());
        root.put("refits", result.refits()).put("refitCpuMs", result.refitMillis());
        root.put("refreshP50Micros", result.refreshP50Micros());
        root.put("refreshP99Micros", result.refreshP99Micros());
        root.put("longestCycleCpuMs", result.longestCycleMillis());
        root.put("wallSeconds", result.wallSeconds());
        root.put("heapKibPerSeries", result.heapKibPerSeries()).put("stateKib", result.stateKib());
        return root.toPrettyString();
    }
}
