// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.Outcome.Refusal;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.WorkloadId;
import java.util.List;

/** What happened to a workload, as a person reads it who sees nothing else of it. */
final class EventText {
    private EventText() {}

    static String approved(DecisionRecord decision, Action action) {
        return "%s goes from %s: %s"
                .formatted(action.workload(), VerdictText.move(action), why(decision));
    }

    static String reverted(DecisionRecord decision, Action action) {
        return "%s goes back from %s: %s"
                .formatted(action.workload(), VerdictText.move(action), why(decision));
    }

    private static String why(DecisionRecord decision) {
        List<Clamp> clamps = decision.verdict().clamps();
        String bound = clamps.isEmpty() ? "" : "; " + clamps.getLast().rule().sentence();
        String leave = decision.verdict().leave().map(VerdictText::by).orElse("");
        return decision.proposal().reason().sentence() + bound + leave;
    }

    static String awaited(DecisionRecord decision) {
        return "%s %s".formatted(decision.proposal().workload(), VerdictText.of(decision));
    }

    static String refused(Action action, Refusal refusal) {
        return "%s: %s".formatted(not(action, "was refused"), why(refusal));
    }

    private static String why(Refusal refusal) {
        return switch (refusal) {
            case CONFLICT -> "somebody else had changed it meanwhile";
            case UNKNOWN_WORKLOAD -> "the platform does not know it";
            case SUPERSEDED -> "another controller has taken over";
            case UNFIT -> "the platform cannot have that many";
        };
    }

    static String failed(Action action, Fault fault) {
        return "%s; of the platform: %s"
                .formatted(not(action, "may or may not have been carried out"), fault.sentence());
    }

    static String unsent(Action action) {
        return not(action, "was not sent") + ": what is still wanted is decided afresh";
    }

    private static String not(Action action, String what) {
        return "%s from %s %s".formatted(action.workload(), VerdictText.move(action), what);
    }

    static String instructed(WorkloadId workload, Instruction said) {
        return "%s %s: %s".formatted(said.who(), what(workload, said), said.why());
    }

    private static String what(WorkloadId workload, Instruction said) {
        return switch (said) {
            case Instruction.Pause _ -> "paused " + workload;
            case Instruction.Resume _ -> "resumed " + workload;
            case Instruction.Approve answer -> answer("approved", workload, answer);
            case Instruction.Reject answer -> answer("rejected", workload, answer);
            case Instruction.Revert _ ->
                    "asked to take the last change of %s back".formatted(workload);
            case Instruction.Promote _ -> "promoted the policy of " + workload;
        };
    }

    private static String answer(String verb, WorkloadId workload, Instruction.Answer answer) {
        return "%s %s from %d to %s until %s"
                .formatted(
                        verb,
                        workload,
                        answer.from(),
                        VerdictText.replicas(answer.to()),
                        answer.expiry());
    }
}
