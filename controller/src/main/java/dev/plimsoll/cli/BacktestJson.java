// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.backtest.BacktestSettings;
import java.util.List;

/** The result of a back-test as {@code plimsoll.dev/backtest/v1}; see docs/schemas.md. */
final class BacktestJson {
    private BacktestJson() {}

    static String render(BacktestSettings settings, List<BacktestRun> runs) {
        ObjectNode root = Json.object("plimsoll.dev/backtest/v1");
        root.put("seed", settings.replay().seed());
        settings.byOption().forEach(root.putObject("settings")::put);
        var array = root.putArray("runs");
        runs.forEach(run -> fill(array.addObject(), run));
        return Json.text(root);
    }

    private static void fill(ObjectNode node, BacktestRun run) {
        node.put("trace", run.trace());
        node.put("policy", run.policy().name());
        run.used().knobs().forEach(node.putObject("knobs")::put);
        node.put("tuned", run.tuned());
        run.scores().byName().forEach((name, score) -> Json.put(node, name, score));
        run.regrets().forEach((kappa, regret) -> node.put("regret" + kappa, regret));
    }
}
