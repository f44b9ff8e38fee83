// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.plimsoll.sim.backtest.BacktestRun;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The result of a back-test or simulation as one page that needs nothing else: demand, supply and
 * latency of every policy, and the scores. The charts are drawn by uPlot, which is part of the
 * page.
 */
final class BacktestPage {
    private BacktestPage() {}

    /**
     * @param caveats why what is shown says little, a sentence each, without an end
     */
    static String render(
            ReportSettings settings,
            List<BacktestRun> runs,
            RunCharts charts,
            List<String> caveats) {
        ObjectNode data = Json.object("plimsoll.dev/backtest-page/v1");
        data.put("title", settings.title());
        data.put("subject", settings.subject());
        data.put("sloMs", settings.slo().targetSeconds() * 1000);
        data.put("slo", settings.slo().toString());
        settings.byName().forEach(data.putObject("settings")::put);
        settings.shown().forEach(data.putArray("shown")::add);
        caveats.forEach(data.putArray("caveats")::add);
        ArrayNode traces = data.putArray("traces");
        for (String trace : runs.stream().map(BacktestRun::trace).distinct().toList()) {
            List<BacktestRun> own = runs.stream().filter(run -> run.trace().equals(trace)).toList();
            fill(traces.addObject(), trace, own, charts);
        }
        if (traces.size() > 1) {
            means(data.putArray("means"), runs);
        }
        return Page.assemble("backtest", Json.compact(data));
    }

    private static void means(ArrayNode node, List<BacktestRun> runs) {
        GeometricMeans.of(runs)
                .forEach((policy, means) -> {
                    ObjectNode row = node.addObject().put("policy", policy);
                    means.forEach((kappa, mean) -> row.put("regret" + kappa, mean));
                });
    }

    private static void fill(
            ObjectNode node, String trace, List<BacktestRun> runs, RunCharts charts) {
        RunCharts.TraceChart chart = charts.trace(trace);
        node.put("trace", trace);
        node.put("start", chart.startEpochSecond());
        node.put("bucketSeconds", chart.bucketSeconds());
        put(node.putArray("demand"), chart.demand(), 1);
        put(node.putArray("need"), chart.need(), 0);
        ArrayNode policies = node.putArray("runs");
        for (BacktestRun run : runs) {
            RunCharts.RunChart own = charts.run(trace, run.policy());
            ObjectNode policy = policies.addObject();
            policy.put("policy", run.policy().toString());
            policy.put("used", run.used().toString());
            ObjectNode scores = policy.putObject("scores");
            run.scores().byName().forEach((name, score) -> Json.put(scores, name, score));
            run.regrets().forEach((kappa, regret) -> scores.put("regret" + kappa, regret));
            put(policy.putArray("supply"), own.supply(), 0);
            put(policy.putArray("latencyMs"), own.latencyMs(), 0);
        }
    }

    /** Rounds to what a picture can show, which keeps the page small; null where it has a gap. */
    private static void put(ArrayNode array, List<OptionalDouble> values, int digits) {
        String form = "%." + digits + "f";
        for (OptionalDouble value : values) {
            if (value.isPresent()) {
                String text = String.format(Locale.ROOT, form, value.getAsDouble());
                array.addRawValue(new RawValue(text));
            } else {
                array.addNull();
            }
        }
    }
}
