// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Leave;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Promote;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.Instruction.Resume;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was ever said, and what an approved action owes to it: written apart from what it
 * judges, by going through the whole record each time.
 */
final class WordOfPeople {
    private static final String REVERT = "revert";

    private final List<Instruction> said = new ArrayList<>();
    private final List<Leave> spent = new ArrayList<>();

    void said(Instruction instruction) {
        said.add(instruction);
    }

    void decided(Proposal proposal, Verdict verdict) {
        if (proposal.policy().equals(REVERT)) {
            said.removeIf(Revert.class::isInstance);
        }
        verdict.leave().ifPresent(spent::add);
    }

    /** What people would say against a verdict. */
    List<String> objections(Review review, Verdict verdict) {
        List<String> objections = new ArrayList<>();
        if (verdict instanceof Verdict.Approved(var approved, var clamps)
                && approved.action() instanceof Action.Scale scale) {
            approved(objections, review, scale, verdict);
            if (clamps.stream().anyMatch(clamp -> clamp.rule() == Rule.APPROVAL)
                    && verdict.leave().isEmpty()) {
                objections.add("cut down to an approval that it does not use");
            }
        }
        if (verdict instanceof Verdict.Withheld(var action, var _, var why, var _)
                && why instanceof Withholding.AwaitingApproval
                && action instanceof Action.Scale scale
                && !review.proposal().policy().equals(REVERT)
                && isApproved(scale, review.at())) {
            objections.add("asked about what was approved");
        }
        return objections;
    }

    private void approved(
            List<String> objections, Review review, Action.Scale scale, Verdict verdict) {
        Consent consent = review.outlook().workload().consent();
        if (consent.mode() == Mode.OBSERVE) {
            objections.add("done while it was to be observed");
        }
        if (isPaused()) {
            objections.add("done while it was paused");
        }
        if (asks(consent, scale) && verdict.leave().isEmpty()) {
            objections.add("nobody was asked");
        }
        verdict.leave().ifPresent(leave -> used(objections, review, scale, leave));
    }

    private void used(List<String> objections, Review review, Action.Scale scale, Leave leave) {
        switch (leave) {
            case Revert wish -> {
                if (!said.contains(wish) || !review.proposal().policy().equals(REVERT)) {
                    objections.add("nobody wanted it back");
                }
            }
            case Approve approve -> {
                if (isSpent(approve)) {
                    objections.add("an approval was used twice");
                }
                if (!approve.expiry().isAfter(review.at()) || isTakenBack(approve)) {
                    objections.add("the approval was over");
                }
                if (isMore(approve.from(), approve.to()) != isMore(scale.from(), scale.to())) {
                    objections.add("the other way was approved");
                } else if (isBeyond(scale, approve.to())) {
                    objections.add("further than was approved");
                }
            }
        }
    }

    private boolean isPaused() {
        boolean paused = false;
        for (Instruction instruction : said) {
            paused = instruction instanceof Pause || (paused && !(instruction instanceof Resume));
        }
        return paused;
    }

    /** By this very approval: two that say the same are two. */
    private boolean isSpent(Approve approve) {
        return spent.stream().anyMatch(leave -> leave == approve);
    }

    private boolean isTakenBack(Approve approve) {
        for (int i = said.size() - 1; i >= 0 && said.get(i) != approve; i--) {
            switch (said.get(i)) {
                case Approve _ -> {
                    return true;
                }
                case Reject reject -> {
                    var move = new Action.Scale(Workloads.WEB, approve.from(), approve.to());
                    if (isMore(reject.from(), reject.to()) == isMore(move.from(), move.to())
                            && (isBeyond(move, reject.to()) || move.to() == reject.to())) {
                        return true;
                    }
                }
                case Pause _, Resume _, Revert _, Promote _ -> {}
            }
        }
        return false;
    }

    private boolean isApproved(Action.Scale scale, Instant at) {
        return said.stream()
                .filter(Approve.class::isInstance)
                .map(Approve.class::cast)
                .anyMatch(approve ->
                        approve.expiry().isAfter(at)
                                && !isSpent(approve)
                                && !isTakenBack(approve)
                                && isMore(approve.from(), approve.to())
                                        == isMore(scale.from(), scale.to())
                                && !isBeyond(scale, approve.to()));
    }

    /** In whole percent, which the shares are. */
    private static boolean asks(Consent consent, Action.Scale scale) {
        long percent = Math.round(consent.approvalAbove() * 100);
        long moved = Math.abs((long) scale.to() - scale.from());
        return consent.mode() == Mode.ADVISE || moved * 100 > percent * scale.from();
    }

    private static boolean isMore(int from, int to) {
        return to > from;
    }

    /** Whether it leads further, its own way, than to a number. */
    private static boolean isBeyond(Action.Scale scale, int end) {
        return isMore(scale.from(), scale.to()) ? scale.to() > end : scale.to() < end;
    }
}
