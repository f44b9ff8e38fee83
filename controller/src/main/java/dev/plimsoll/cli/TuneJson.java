// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.tune.Figures;
import dev.plimsoll.sim.tune.TunedPeer;
import dev.plimsoll.sim.tune.Tuning;
import java.util.List;

/** Tunings as {@code plimsoll.dev/tune/v1}; see docs/schemas.md. */
final class TuneJson {
    private final Money money;

    private TuneJson(Money money) {
        this.money = money;
    }

    static String render(BacktestSettings settings, List<Tuning> tunings) {
        ObjectNode root = Json.object("plimsoll.dev/tune/v1");
        root.put("seed", settings.replay().seed());
        settings.byOption().forEach(root.putObject("settings")::put);
        var traces = root.putArray("traces");
        TuneJson json = new TuneJson(new Money(settings.prices().replicaHour()));
        tunings.forEach(tuning -> json.fill(traces.addObject(), tuning));
        return Json.text(root);
    }

    private void fill(ObjectNode node, Tuning tuning) {
        node.put("trace", tuning.trace());
        node.put("scoredSeconds", tuning.scoredSeconds());
        node.put("oracleReplicaHours", tuning.oracleReplicaHours());
        node.put("best", tuning.best().setting().name());
        var peers = node.putArray("peers");
        tuning.peers().forEach(peer -> fill(peers.addObject(), tuning, peer));
        fill(node.putObject("predictive"), tuning, tuning.predictive());
    }

    private void fill(ObjectNode node, Tuning tuning, TunedPeer peer) {
        node.put("policy", peer.name());
        fill(node.putObject("usual"), tuning, peer.usual());
        fill(node.putObject("best"), tuning, peer.best());
        peer.foreseen().ifPresent(figures -> fill(node.putObject("foreseen"), tuning, figures));
        peer.atTheGridsEnd().forEach(node.putArray("atTheGridsEnd")::add);
    }

    private void fill(ObjectNode node, Tuning tuning, Figures figures) {
        double hours = figures.bill().replicaHours();
        double monthly = money.monthly(tuning, hours);
        figures.setting().knobs().forEach(node.putObject("knobs")::put);
        node.put("sloViolationRatio", figures.bill().sloViolationRatio());
        node.put("replicaHours", hours);
        node.put("cost", money.of(hours));
        node.put("replicaHoursIn30Days", monthly);
        node.put("costIn30Days", money.of(monthly));
        node.put("regret", figures.regret());
    }
}
