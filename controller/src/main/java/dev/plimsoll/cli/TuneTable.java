// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.backtest.BacktestSettings.Scale;
import dev.plimsoll.sim.tune.Tuning;
import java.math.BigDecimal;
import java.util.List;

/** Tunings for people: figures, what follows from them, and what to paste. */
final class TuneTable {
    private static final int WIDTH = 110;

    private final BacktestSettings settings;
    private final BacktestNotes notes;

    TuneTable(BacktestSettings settings, BacktestNotes notes) {
        this.settings = settings;
        this.notes = notes;
    }

    String render(List<Tuning> tunings) {
        StringBuilder text = new StringBuilder();
        tunings.forEach(tuning -> text.append(one(tuning)).append('\n'));
        return tunings.isEmpty() ? "" : text.append(legend()).toString();
    }

    private String one(Tuning tuning) {
        Money money = new Money(settings.prices().replicaHour());
        StringBuilder text = new StringBuilder(TuneRows.of(tuning, money)).append('\n');
        return notes.caveat(tuning.trace())
                .map(caveat -> text.append(wrapped("Nothing is advised: " + caveat + ".")))
                .orElseGet(() -> text.append(advice(tuning, money)))
                .toString();
    }

    /** What follows, and what to paste. */
    private String advice(Tuning tuning, Money money) {
        StringBuilder text = new StringBuilder();
        String leading = Math.round(100 * settings.replay().warmUp()) + " %";
        new TuneAdvice(tuning, money, leading)
                .sentences()
                .forEach(sentence -> text.append(wrapped(sentence)));
        return text.append('\n').append(HpaManifest.of(tuning.hpa().best().setting())).toString();
    }

    /** Lines of a width that a terminal shows, indented from the second on. */
    private static String wrapped(String sentence) {
        StringBuilder text = new StringBuilder("- ");
        int column = 2;
        for (String word : sentence.split(" ", -1)) {
            if (column + word.length() > WIDTH) {
                text.append("\n  ");
                column = 2;
            }
            text.append(word).append(' ');
            column += word.length() + 1;
        }
        return text.toString().replace(" \n", "\n").stripTrailing() + '\n';
    }

    private String legend() {
        double kappa = settings.prices().violationCost();
        return """
        as it comes: where nothing is said. best in hindsight: the least regret of 65 settings, seen
        afterwards. chosen beforehand: the least regret on the leading part, which is not scored.
        window: scale-down stabilisation. hours: replica-hours in the scored part, start-up included;
        /30d: in 30 days like it. %s
        violated: requests that arrived while latency at the SLO's quantile was above its target.
        regret: what perfect foresight would have saved, as a share of its replica-hours, when one
        request in 1,000 violated costs %s %% of them (--violation-cost).
        Settings: %s\
        """
                .formatted(
                        fleet(settings.scale()),
                        percent(kappa / 10),
                        String.join("  ", new TraceSettings(settings).shown()));
    }

    /** Without needless digits: 10, 2.5, 0.001. */
    private static String percent(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String fleet(Scale scale) {
        return switch (scale) {
            case Scale.PeakReplicas(int replicas) ->
                    "The fleet is one whose peak needs %d replicas (--peak-replicas); say\nwhat one of yours carries (--replica-capacity) for hours and money of your own."
                            .formatted(replicas);
            case Scale.ReplicaCapacity(double rate) ->
                    "A replica carries %s/s (--replica-capacity).".formatted(rate);
            case Scale.AsMeasured() -> "Demand is in requests per second, as it was measured.";
        };
    }
}
