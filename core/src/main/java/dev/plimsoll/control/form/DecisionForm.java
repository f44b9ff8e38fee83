// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control.form;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Rule;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Instruction.Leave;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.Reason;
import dev.plimsoll.plan.Want;
import dev.plimsoll.telemetry.Signal;
import java.util.Optional;

/** A decision. An approval is written without authority, and read as {@link Verdict.Remembered}. */
final class DecisionForm {
    private DecisionForm() {}

    static void put(DecisionRecord record, StateWriter out) {
        OutlookForm.put(record.outlook(), out);
        put(record.want(), out);
        put(record.proposal(), out);
        put(record.verdict(), out);
    }

    static DecisionRecord get(int form, StateReader in) {
        return new DecisionRecord(
                OutlookForm.get(form, in), getWant(in), getProposal(in), getVerdict(in));
    }

    private static void put(Want want, StateWriter out) {
        Pieces.putConstant(want.reason(), out.putInt(want.replicas()));
    }

    private static Want getWant(StateReader in) {
        return new Want(in.getInt(), Pieces.getConstant(Reason.class, in));
    }

    private static void put(Proposal proposal, StateWriter out) {
        Pieces.putConstant(proposal.purpose(), out);
        Pieces.putWorkload(proposal.workload(), out);
        out.putString(proposal.policy()).putInt(proposal.current()).putInt(proposal.target());
        Pieces.putConstant(proposal.reason(), out);
        Pieces.putList(proposal.evidence(), Pieces::putConstant, out);
        out.putLong(proposal.version());
        Pieces.putList(proposal.alternatives(), DecisionForm::put, out);
    }

    private static Proposal getProposal(StateReader in) {
        return new Proposal(
                Pieces.getConstant(Purpose.class, in),
                Pieces.getWorkload(in),
                in.getString(),
                in.getInt(),
                in.getInt(),
                Pieces.getConstant(Reason.class, in),
                Pieces.getList(from -> Pieces.getConstant(Signal.class, from), in),
                in.getLong(),
                Pieces.getList(DecisionForm::getAlternative, in));
    }

    private static void put(Proposal.Alternative lost, StateWriter out) {
        Pieces.putConstant(lost.reason(), out.putInt(lost.replicas()));
    }

    private static Proposal.Alternative getAlternative(StateReader in) {
        return new Proposal.Alternative(in.getInt(), Pieces.getConstant(Reason.class, in));
    }

    private static void put(Verdict verdict, StateWriter out) {
        switch (verdict.remembered()) {
            case Verdict.Unchanged _ -> out.putInt(0);
            case Verdict.Deferred _ -> out.putInt(1);
            case Verdict.Rejected _ -> out.putInt(2);
            case Verdict.Remembered(var action, long version, var leave, var _) -> {
                ActionForm.put(action, out.putInt(leave.isEmpty() ? 3 : 4).putLong(version));
                leave.ifPresent(by -> Instruction.save(by, out));
            }
            case Verdict.Withheld(var action, long version, var why, var _) -> {
                ActionForm.put(action, out.putInt(5).putLong(version));
                put(why, out);
            }
            case Verdict.Approved approved ->
                    throw new IllegalArgumentException("%s has authority".formatted(approved));
        }
        Pieces.putList(verdict.clamps(), DecisionForm::put, out);
    }

    private static Verdict getVerdict(StateReader in) {
        int kind = in.getInt();
        return switch (kind) {
            case 0 -> {
                Pieces.getList(DecisionForm::getClamp, in);
                yield new Verdict.Unchanged();
            }
            case 1 -> new Verdict.Deferred(Pieces.getList(DecisionForm::getClamp, in));
            case 2 -> new Verdict.Rejected(Pieces.getList(DecisionForm::getClamp, in));
            case 3, 4 -> getRemembered(kind == 4, in);
            case 5 -> getWithheld(in);
            default -> throw Pieces.unknown("verdict", kind);
        };
    }

    private static Verdict.Remembered getRemembered(boolean byLeave, StateReader in) {
        long version = in.getLong();
        return new Verdict.Remembered(
                ActionForm.get(in),
                version,
                byLeave ? Optional.of(Instruction.restore(Leave.class, in)) : Optional.empty(),
                Pieces.getList(DecisionForm::getClamp, in));
    }

    private static Verdict.Withheld getWithheld(StateReader in) {
        long version = in.getLong();
        return new Verdict.Withheld(
                ActionForm.get(in),
                version,
                getWithholding(in),
                Pieces.getList(DecisionForm::getClamp, in));
    }

    private static void put(Withholding withholding, StateWriter out) {
        switch (withholding) {
            case Withholding.ObserveOnly _ -> out.putInt(0);
            case Withholding.AwaitingApproval _ -> out.putInt(1);
            case Withholding.Paused(var by, var since) ->
                    Instruction.save(by, out.putInt(2).putInstant(since));
            case Withholding.RejectedByPerson(var by) -> Instruction.save(by, out.putInt(3));
            case Withholding.OnProbation _ -> out.putInt(4);
        }
    }

    private static Withholding getWithholding(StateReader in) {
        int kind = in.getInt();
        return switch (kind) {
            case 0 -> new Withholding.ObserveOnly();
            case 1 -> new Withholding.AwaitingApproval();
            case 2 -> {
                var since = in.getInstant();
                yield new Withholding.Paused(Instruction.restore(Pause.class, in), since);
            }
            case 3 -> new Withholding.RejectedByPerson(Instruction.restore(Reject.class, in));
            case 4 -> new Withholding.OnProbation();
            default -> throw Pieces.unknown("withholding", kind);
        };
    }

    private static void put(Clamp clamp, StateWriter out) {
        Pieces.putConstant(clamp.rule(), out);
        out.putInt(clamp.before()).putInt(clamp.after());
    }

    private static Clamp getClamp(StateReader in) {
        return new Clamp(Pieces.getConstant(Rule.class, in), in.getInt(), in.getInt());
    }
}
