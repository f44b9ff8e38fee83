// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.control.Explanation;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.sim.backtest.Explained;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One decision, explained: in sentences, or as {@code plimsoll.dev/explain/v1}. */
final class ExplainReport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ExplainReport() {}

    static String sentences(Explained explained) {
        Explanation why = explained.explanation();
        StringBuilder text = new StringBuilder();
        text.append(TIME.format(explained.decision().at())).append('\n');
        section(text, "seen", why.evidence());
        section(text, "wanted", List.of(why.wanted()));
        section(text, "proposed", List.of(why.proposed()));
        section(text, "not chosen", why.lost());
        section(text, "rules", why.rules());
        section(text, "verdict", List.of(why.verdict()));
        section(text, "what came of it", explained.aftermath().sentences());
        return text.toString().stripTrailing();
    }

    static String json(Explained explained) {
        var decision = explained.decision();
        Proposal proposal = decision.proposal();
        ObjectNode root = Json.object("plimsoll.dev/explain/v1");
        root.put("at", decision.at().toString());
        root.put("policy", proposal.policy());
        root.put("purpose", proposal.purpose().name());
        root.put("current", proposal.current());
        readings(root, explained);
        root.putObject("wanted")
                .put("replicas", decision.want().replicas())
                .put("reason", decision.want().reason().name());
        root.putObject("proposed")
                .put("replicas", proposal.target())
                .put("reason", proposal.reason().name());
        var lost = root.putArray("alternatives");
        for (Proposal.Alternative alternative : proposal.alternatives()) {
            lost.addObject()
                    .put("replicas", alternative.replicas())
                    .put("reason", alternative.reason().name());
        }
        var rules = root.putArray("rules");
        for (Clamp clamp : decision.verdict().clamps()) {
            rules.addObject()
                    .put("rule", clamp.rule().name())
                    .put("before", clamp.before())
                    .put("after", clamp.after());
        }
        root.put("verdict", verdict(decision.verdict()));
        var sentences = root.putArray("sentences");
        explained.explanation().sentences().forEach(sentences::add);
        outcome(root.putObject("outcome"), explained);
        return Json.text(root);
    }

    private static void readings(ObjectNode root, Explained explained) {
        ObjectNode readings = root.putObject("readings");
        var outlook = explained.decision().outlook();
        for (Signal signal : Signal.values()) {
            Reading reading = outlook.snapshot().readings().of(signal);
            if (!reading.equals(Reading.NEVER_SEEN)) {
                reading(readings.putObject(signal.name()), reading, outlook.at());
            }
        }
    }

    private static void reading(ObjectNode node, Reading reading, Instant now) {
        switch (reading) {
            case Reading.Fresh(double value, var at) -> value(node, "fresh", value, at, now);
            case Reading.Stale(double value, var at) -> value(node, "stale", value, at, now);
            case Reading.Suspect(double value, var at, var doubt) -> {
                value(node, "suspect", value, at, now);
                node.put("doubt", doubt.name());
            }
            case Reading.Absent(var cause) ->
                    node.put("quality", "absent").put("cause", cause.name());
        }
    }

    private static void value(
            ObjectNode node, String quality, double value, Instant at, Instant now) {
        node.put("quality", quality);
        node.put("value", value);
        node.put("ageSeconds", Duration.between(at, now).toSeconds());
    }

    private static void outcome(ObjectNode node, Explained explained) {
        var aftermath = explained.aftermath();
        aftermath.readyAfter().ifPresent(time -> node.put("readyAfterSeconds", time.toSeconds()));
        node.put("tailLatencyBeforeMs", aftermath.tailBefore() * 1000);
        node.put("tailLatencyAfterMs", aftermath.tailAfter() * 1000);
        node.put("violatedSeconds", aftermath.violated().toSeconds());
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Approved _, Verdict.Remembered _ -> "approved";
            case Verdict.Unchanged _ -> "unchanged";
            case Verdict.Withheld(var _, var _, Withholding.AwaitingApproval _, var _) ->
                    "awaitingApproval";
            case Verdict.Withheld _ -> "withheld";
            case Verdict.Deferred _ -> "deferred";
            case Verdict.Rejected _ -> "rejected";
        };
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        String label = title;
        for (String line : lines) {
            text.append(String.format(Locale.ROOT, "  %-16s %s%n", label, line));
            label = "";
        }
    }
}
