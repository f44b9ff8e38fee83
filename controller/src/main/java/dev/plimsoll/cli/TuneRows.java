// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.tune.Figures;
import dev.plimsoll.sim.tune.TunedPeer;
import dev.plimsoll.sim.tune.Tuning;
import java.util.Locale;

/** The figures of a tuning as a table: what each setting came to. */
final class TuneRows {
    private static final String NONE = "-";

    private final Tuning tuning;
    private final Money money;
    private final TextTable table;

    private TuneRows(Tuning tuning, Money money) {
        this.tuning = tuning;
        this.money = money;
        this.table =
                new TextTable(
                        "%s, %s scored".formatted(tuning.trace(), time(tuning.scoredSeconds())),
                        "target",
                        "window",
                        "violated",
                        "hours",
                        "cost",
                        "hours/30d",
                        "cost/30d",
                        "regret");
    }

    static String of(Tuning tuning, Money money) {
        TuneRows rows = new TuneRows(tuning, money);
        tuning.peers().forEach(rows::add);
        rows.add("predictive", tuning.predictive());
        return rows.table.toString();
    }

    private void add(TunedPeer peer) {
        String name = peer.name();
        add(name + ", as it comes", peer.usual());
        add(name + ", best in hindsight", peer.best());
        peer.foreseen().ifPresent(figures -> add(name + ", chosen beforehand", figures));
    }

    private void add(String label, Figures figures) {
        double hours = figures.bill().replicaHours();
        double monthly = money.monthly(tuning, hours);
        table.row(
                label,
                percent(figures.setting().knobs().getOrDefault("target", NONE)),
                figures.setting().knobs().getOrDefault("stabilization", NONE),
                format("%.3f%%", 100 * figures.bill().sloViolationRatio()),
                format("%.1f", hours),
                format("%.2f", money.of(hours)),
                format("%.0f", monthly),
                format("%.2f", money.of(monthly)),
                format("%.3f", figures.regret()));
    }

    private static String time(long seconds) {
        double hours = seconds / 3600.0;
        return hours < 48 ? format("%.1f hours", hours) : format("%.1f days", hours / 24);
    }

    private static String percent(String target) {
        return target.equals(NONE) ? NONE : target + "%";
    }

    private static String format(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
