// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.bench.load.Recording.Commit;
import dev.plimsoll.cli.TextTable;
import dev.plimsoll.model.DurationText;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * What a controller took.
 *
 * @param recording of the time in which it was measured
 * @param orders from the signal to the action
 */
record LoadResult(
        int workloads,
        Duration measured,
        Recording recording,
        Durations orders,
        Bytes bytes,
        Usage usage,
        Restarts restarts) {
    private static final double CYCLES_OF_A_DAY = 5760;
    private static final double MEBIBYTE = 1 << 20;

    /**
     * What the journal took: by what it gave to the store, and by what the store's files grew.
     *
     * @param quiet while demand stood still
     * @param busy while demand moved
     */
    record Bytes(Recording quiet, double quietGrowth, Recording busy, double busyGrowth) {}

    /**
     * What was used of the machine.
     *
     * @param mebibytes resident at the end
     * @param mostMebibytes resident at any time
     * @param processors that the controller kept busy on average
     * @param others processors that all others kept busy, the fleet among them
     * @param all processors that there are
     */
    record Usage(
            double mebibytes, double mostMebibytes, double processors, double others, int all) {}

    /**
     * How long it takes to come and go.
     *
     * @param first start until ready, with an empty store
     * @param end from SIGTERM until it is gone
     * @param afterEnd start until ready, after that
     * @param afterKill start until ready, a minute's work and a SIGKILL later
     */
    record Restarts(Duration first, Duration end, Duration afterEnd, Duration afterKill) {}

    String table() {
        TextTable table = new TextTable("figure", "value");
        table.row("workloads", String.valueOf(workloads));
        table.row("measured for", DurationText.of(measured));
        table.row("planning cycles", String.valueOf(recording.cycles().count()));
        quantiles(table, "a planning cycle", recording.cycles());
        quantiles(table, "a look between two", recording.ticks());
        table.row("orders", String.valueOf(orders.count()));
        quantiles(table, "from the signal to the action", orders);
        table.row("journal of a quiet cycle", kib(perCycle(bytes.quiet(), Commit::bytes)));
        table.row("  of that what was seen", kib(perCycle(bytes.quiet(), Commit::readings)));
        table.row("  of that decisions", kib(perCycle(bytes.quiet(), Commit::decided)));
        table.row("  of that knowledge", kib(perCycle(bytes.quiet(), Commit::knowledge)));
        table.row("journal of a busy cycle", kib(perCycle(bytes.busy(), Commit::bytes)));
        table.row("  of that decisions", kib(perCycle(bytes.busy(), Commit::decided)));
        table.row("journal of a quiet day", mib(day(bytes.quiet())));
        table.row("journal of a busy day", mib(day(bytes.busy())));
        table.row("store's growth in the quiet half", mib(bytes.quietGrowth()));
        table.row("store's growth in the busy half", mib(bytes.busyGrowth()));
        table.row("memory resident at the end", number(usage.mebibytes(), "MiB"));
        table.row("  at most", number(usage.mostMebibytes(), "MiB"));
        table.row("processors kept busy", number(usage.processors(), "of " + usage.all()));
        table.row("  by all others meanwhile", number(usage.others(), "of " + usage.all()));
        table.row("first start until ready", millis(restarts.first()));
        table.row("SIGTERM until it is gone", millis(restarts.end()));
        table.row("start until ready, after that", millis(restarts.afterEnd()));
        table.row("start until ready, after SIGKILL", millis(restarts.afterKill()));
        return table.toString();
    }

    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", "plimsoll.dev/bench-load/v1");
        root.put("workloads", workloads).put("measuredSeconds", measured.toSeconds());
        root.put("cycles", recording.cycles().count());
        put(root, "cycleP50Ms", recording.cycles().millis(0.5));
        put(root, "cycleP99Ms", recording.cycles().millis(0.99));
        put(root, "tickP50Ms", recording.ticks().millis(0.5));
        put(root, "tickP99Ms", recording.ticks().millis(0.99));
        root.put("orders", orders.count());
        put(root, "signalToActionP50Ms", orders.millis(0.5));
        put(root, "signalToActionP99Ms", orders.millis(0.99));
        root.put("journalBytesPerCycle", perCycle(bytes.quiet(), Commit::bytes));
        root.put("decisionBytesPerCycle", perCycle(bytes.quiet(), Commit::decided));
        root.put("knowledgeBytesPerCycle", perCycle(bytes.quiet(), Commit::knowledge));
        root.put("journalBytesPerCycleBusy", perCycle(bytes.busy(), Commit::bytes));
        root.put("journalBytesPerDay", day(bytes.quiet()));
        root.put("journalBytesPerDayBusy", day(bytes.busy()));
        root.put("storeGrowthBytes", bytes.quietGrowth());
        root.put("storeGrowthBytesBusy", bytes.busyGrowth());
        root.put("rssMiB", usage.mebibytes()).put("rssMostMiB", usage.mostMebibytes());
        root.put("processorsBusy", usage.processors());
        root.put("processorsBusyForOthers", usage.others()).put("processors", usage.all());
        root.put("firstReadyMs", restarts.first().toMillis());
        root.put("endMs", restarts.end().toMillis());
        root.put("readyAfterEndMs", restarts.afterEnd().toMillis());
        root.put("readyAfterKillMs", restarts.afterKill().toMillis());
        return root.toPrettyString();
    }

    private static void quantiles(TextTable table, String what, Durations durations) {
        table.row(what + ", p50", number(durations.millis(0.5), "ms"));
        table.row(what + ", p99", number(durations.millis(0.99), "ms"));
    }

    private static void put(ObjectNode root, String name, OptionalDouble value) {
        value.ifPresent(known -> root.put(name, known));
    }

    /** Looks between two cycles commit, too; they count with the cycle before them. */
    private static double perCycle(Recording recording, ToLongFunction<Commit> part) {
        double all = recording.commits().stream().mapToLong(part).sum();
        return all / Math.max(1, recording.cycles().count());
    }

    private static double day(Recording recording) {
        return perCycle(recording, Commit::bytes) * CYCLES_OF_A_DAY;
    }

    private static String number(OptionalDouble value, String unit) {
        return value.isPresent() ? number(value.getAsDouble(), unit) : "none";
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, "%.4g %s", value, unit);
    }

    private static String kib(double bytes) {
        return number(bytes / 1024, "KiB");
    }

    private static String mib(double bytes) {
        return number(bytes / MEBIBYTE, "MiB");
    }

    private static String millis(Duration duration) {
        return number(duration.toNanos() / 1e6, "ms");
    }
}
