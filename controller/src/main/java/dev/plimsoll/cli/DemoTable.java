// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.Moment;
import dev.plimsoll.sim.scenario.Event;
import dev.plimsoll.sim.scenario.Scenario;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The demo's table: a row every twenty minutes with what was last decided and why, and a line for
 * everything that happens. Not thread-safe.
 */
final class DemoTable {
    private static final int BAR = 24;
    private static final Set<Reason> BLIND = EnumSet.of(Reason.NO_EVIDENCE, Reason.DOUBTED);

    /** A shorter miss is told by its mark alone. */
    private static final long WORTH_A_LINE = 30;

    private final PrintStream out;
    private final BacktestCase replay;
    private String decision = "";
    private long missedSince = -1;

    DemoTable(PrintStream out, BacktestCase replay) {
        this.out = out;
        this.replay = replay;
    }

    void header(Scenario scenario) {
        out.printf(
                "%s%nSLO %s; a new replica takes about %.0f s. '!' marks a missed objective.%n%n",
                scenario.description(), replay.service().slo(), replay.leadTimeSeconds());
        out.printf(
                "%-6s %-" + BAR + "s %7s %8s %6s %7s  %s%n",
                "time",
                "demand",
                "req/s",
                "replicas",
                "busy",
                "p95 ms",
                "last decision, and why");
    }

    /** Takes note of a decision, to be shown with the next row. */
    void note(DecisionRecord record) {
        List<Clamp> clamps = record.verdict().clamps();
        String bound = clamps.isEmpty() ? "" : "; " + clamps.getLast().rule().sentence();
        if (record.verdict() instanceof Verdict.Approved(var approved, var _)
                && approved.action() instanceof Action.Scale scale) {
            String why = record.proposal().reason().sentence();
            decision = "%d → %d: %s%s".formatted(scale.from(), scale.to(), why, bound);
        } else if (!clamps.isEmpty()) {
            decision = "held at %d%s".formatted(record.proposal().current(), bound);
        } else if (BLIND.contains(record.proposal().reason())) {
            decision = "held at %d: %s".formatted(record.proposal().current(), sentence(record));
        }
    }

    void row(Moment moment) {
        var served = moment.served();
        int length = (int) Math.round(BAR * served.demand() / replay.demand().peak());
        String replicas =
                served.ready() == moment.desired()
                        ? String.valueOf(served.ready())
                        : served.ready() + "→" + moment.desired();
        out.printf(
                Locale.ROOT,
                "%-6s %-" + BAR + "s %7.0f %8s %5.0f%% %6.0f%s  %s%n",
                LocalTime.ofInstant(moment.at(), ZoneOffset.UTC),
                "▆".repeat(length),
                served.demand(),
                replicas,
                served.utilization() * 100,
                served.tailLatencySeconds() * 1000,
                served.violated() ? "!" : " ",
                decision);
        out.flush();
        decision = "";
    }

    /** Says for how long the objective was missed, once it is met again. */
    void watch(Moment moment, long second) {
        if (moment.served().violated()) {
            missedSince = missedSince < 0 ? second : missedSince;
        } else if (missedSince >= 0) {
            if (second - missedSince >= WORTH_A_LINE) {
                line(second, "the objective was missed for %d s".formatted(second - missedSince));
            }
            missedSince = -1;
        }
    }

    /** Says what begins or ends in the step of this second. */
    void announce(Event event, long second, int stepSeconds) {
        if (isIn(event.from(), second, stepSeconds)) {
            line(second, what(event));
        } else if (event.until() > event.from() && isIn(event.until(), second, stepSeconds)) {
            line(second, "that is over");
        }
    }

    private void line(long second, String what) {
        LocalTime time = LocalTime.ofSecondOfDay(second % 86_400);
        out.printf("%-6s ── %s%n", time, what);
    }

    private static boolean isIn(long moment, long second, int stepSeconds) {
        return moment >= second && moment < second + stepSeconds;
    }

    private static String sentence(DecisionRecord record) {
        return record.proposal().reason().sentence();
    }

    private static String what(Event event) {
        return switch (event) {
            case Event.MetricsOutage outage ->
                    "metrics go wrong: " + outage.kind().name().toLowerCase(Locale.ROOT);
            case Event.RetryStorm _ -> "clients repeat their requests";
            case Event.Attack _ -> "requests arrive that nobody vouches for";
            case Event.Bottleneck _ -> "something behind the service is slow";
            case Event.SlowStarts _ -> "replicas start slowly";
            case Event.RollingUpdate _ -> "a rolling update replaces every replica";
            case Event.Crash crash -> "replicas crash: " + crash.replicas();
            case Event.ScaleByHand byHand -> "somebody scales by hand to " + byHand.replicas();
            case Event.Harm _ -> "the service does harm";
        };
    }
}
