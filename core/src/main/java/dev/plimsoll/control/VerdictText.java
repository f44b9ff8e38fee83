// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Leave;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.Mode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What became of a proposal, as a person reads it. */
final class VerdictText {
    private VerdictText() {}

    static String of(DecisionRecord decision) {
        Verdict verdict = decision.verdict();
        return switch (verdict) {
            case Verdict.Approved(var approved, var _) ->
                    approved(approved.action(), verdict.leave());
            case Verdict.Remembered(var action, var _, var leave, var _) -> approved(action, leave);
            case Verdict.Withheld(var action, var _, var why, var _) ->
                    "%s (%s)"
                            .formatted(
                                    why(why, action, decision.outlook().workload().consent()),
                                    move(action));
            case Verdict.Unchanged _ -> "nothing to be done";
            case Verdict.Deferred _ -> "deferred: time will let it pass";
            case Verdict.Rejected rejected ->
                    rejected.held()
                            .map(VerdictText::held)
                            .orElse("rejected: nothing of it may be done");
        };
    }

    private static String held(Clamp limit) {
        String bound = limit.rule() == Rule.MAX_REPLICAS ? "most" : "fewest";
        return "held at %d, the %s that the policy allows".formatted(limit.after(), bound);
    }

    static String replicas(int count) {
        return count == 1 ? "1 replica" : count + " replicas";
    }

    private static String approved(Action action, Optional<Leave> leave) {
        return "approved: "
                + move(action)
                + leaving(action)
                + leave.map(VerdictText::by).orElse("");
    }

    static String move(Action action) {
        return switch (action) {
            case Action.Scale(var _, int from, int to, var _) -> from + " to " + replicas(to);
        };
    }

    private static String leaving(Action action) {
        return switch (action) {
            case Action.Scale(var _, var _, var _, List<String> victims) ->
                    victims.isEmpty() ? "" : "; to leave: " + String.join(", ", victims);
        };
    }

    static String by(Leave leave) {
        return switch (leave) {
            case Approve(var who, var why, var _, var _, var _) ->
                    "; %s approved it: %s".formatted(who, why);
            case Revert(var who, var why) -> "; %s asked for it: %s".formatted(who, why);
        };
    }

    private static String why(Withholding withholding, Action action, Consent consent) {
        return switch (withholding) {
            case Withholding.ObserveOnly _ -> "withheld: the policy observes only";
            case Withholding.OnProbation _ -> "withheld: the policy has not proved itself yet";
            case Withholding.AwaitingApproval _ ->
                    "waits for approval: " + question(action, consent);
            case Withholding.Paused(var by, var since) ->
                    "withheld: paused by %s: %s; since %s".formatted(by.who(), by.why(), since);
            case Withholding.RejectedByPerson(var by) ->
                    "withheld: rejected by %s: %s; until %s"
                            .formatted(by.who(), by.why(), by.expiry());
        };
    }

    private static String question(Action action, Consent consent) {
        if (consent.mode() == Mode.ADVISE) {
            return "the policy advises, and a person acts";
        }
        if (Double.isInfinite(consent.approvalAbove())) {
            return "a person is asked";
        }
        String most = percent(BigDecimal.valueOf(consent.approvalAbove()));
        return switch (action) {
            case Action.Scale(var _, int from, int to, var _) ->
                    from == 0
                            ? "starts from nothing, which is more than %s".formatted(most)
                            : "moves %s of the replicas, more than %s"
                                    .formatted(percent(moved(from, to)), most);
        };
    }

    /** Rounded up, so that what is more reads as more. */
    private static BigDecimal moved(int from, int to) {
        return BigDecimal.valueOf(Math.abs((long) to - from))
                .divide(BigDecimal.valueOf(from), 3, RoundingMode.CEILING);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
