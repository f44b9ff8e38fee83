// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.sim.backtest.BacktestRun;
import java.util.List;

/**
 * Scored runs as {@code plimsoll.dev/backtest/v1} and {@code plimsoll.dev/simulate/v1}, which
 * differ in what a run is of; see docs/schemas.md.
 */
final class RunJson {
    private RunJson() {}

    static String backtest(ReportSettings settings, List<BacktestRun> runs, List<String> caveats) {
        return Json.text(object("backtest", "trace", settings, runs, caveats));
    }

    static String simulate(ReportSettings settings, List<BacktestRun> runs, List<String> caveats) {
        return Json.text(object("simulate", "scenario", settings, runs, caveats));
    }

    private static ObjectNode object(
            String command,
            String subject,
            ReportSettings settings,
            List<BacktestRun> runs,
            List<String> caveats) {
        ObjectNode root = Json.object("plimsoll.dev/%s/v1".formatted(command));
        root.put("seed", settings.seed());
        settings.byName().forEach(root.putObject("settings")::put);
        var array = root.putArray("runs");
        runs.forEach(run -> fill(array.addObject().put(subject, run.trace()), run));
        caveats.forEach(root.putArray("caveats")::add);
        return root;
    }

    /** What a run has whatever it is of. */
    static void fill(ObjectNode node, BacktestRun run) {
        node.put("policy", run.policy().name());
        run.used().knobs().forEach(node.putObject("knobs")::put);
        node.put("tuned", run.tuned());
        run.scores().byName().forEach((name, score) -> Json.put(node, name, score));
        run.regrets().forEach((kappa, regret) -> node.put("regret" + kappa, regret));
    }
}
