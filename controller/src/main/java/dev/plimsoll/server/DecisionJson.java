// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.control.Explanation;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A decision as JSON, the same wherever one is told. */
public final class DecisionJson {
    /** Every verdict's name. */
    public static final List<String> VERDICTS =
            List.of(
                    "approved",
                    "unchanged",
                    "awaitingApproval",
                    "withheld",
                    "deferred",
                    "rejected");

    private DecisionJson() {}

    /** All of a decision: what was seen, what it came to, and both in sentences. */
    public static void fill(ObjectNode node, DecisionRecord decision, Explanation explanation) {
        Proposal proposal = decision.proposal();
        node.put("at", decision.at().toString());
        node.put("policy", proposal.policy());
        node.put("purpose", proposal.purpose().name());
        node.put("current", proposal.current());
        readings(node.putObject("readings"), decision.outlook());
        plan(node, decision);
        ArrayNode sentences = node.putArray("sentences");
        explanation.sentences().forEach(sentences::add);
    }

    /** What was wanted, proposed and not chosen, and what the guard said of it. */
    public static void plan(ObjectNode node, DecisionRecord decision) {
        Proposal proposal = decision.proposal();
        number(node.putObject("wanted"), decision.want().replicas(), decision.want().reason());
        number(node.putObject("proposed"), proposal.target(), proposal.reason());
        ArrayNode lost = node.putArray("alternatives");
        for (Proposal.Alternative alternative : proposal.alternatives()) {
            number(lost.addObject(), alternative.replicas(), alternative.reason());
        }
        ArrayNode rules = node.putArray("rules");
        for (Clamp clamp : decision.verdict().clamps()) {
            rules.addObject()
                    .put("rule", clamp.rule().name())
                    .put("before", clamp.before())
                    .put("after", clamp.after());
        }
        node.put("verdict", verdict(decision.verdict()));
    }

    /** A verdict's name. */
    public static String verdict(Verdict verdict) {
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

    private static void number(ObjectNode node, int replicas, Reason reason) {
        node.put("replicas", replicas).put("reason", reason.name());
    }

    private static void readings(ObjectNode readings, Outlook outlook) {
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
}
