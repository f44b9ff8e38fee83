// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.ChangeId;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Promote;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.Instruction.Resume;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Reversal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people said of a workload, as far as it still counts, and what waits for their answer. At
 * most one pause, one approval and one wish to take back are held, each the newest. An approval
 * lets one action pass, which is reviewed as any other; a wish to take back is answered by the next
 * decision of a cycle, whatever that says. Not thread-safe.
 */
public final class Authority {
    /** A change that waits for a person, first decided on at {@code since}. */
    public record Awaiting(int from, int to, Instant since) {
        /** By which an answer names it. */
        public ChangeId id() {
            return new ChangeId(from, to, since);
        }

        /** Whether that is this change: the same move, decided on since it began to wait. */
        public boolean isNamed(ChangeId id) {
            return id.from() == from && id.to() == to && !id.decided().isBefore(since);
        }
    }

    private Optional<Withholding.Paused> paused = Optional.empty();
    private Optional<Approve> approval = Optional.empty();
    private Optional<Revert> revert = Optional.empty();
    private Optional<Awaiting> awaiting = Optional.empty();
    private boolean promoted;
    private final List<Reject> rejections = new ArrayList<>();

    /** Takes in what a person said. */
    public void instructed(Instant at, Instruction instruction) {
        switch (instruction) {
            case Pause pause -> paused = Optional.of(new Withholding.Paused(pause, at));
            case Resume _ -> paused = Optional.empty();
            case Approve approve -> {
                approval = Optional.of(approve);
                rejections.removeIf(earlier -> contradict(approve, earlier));
            }
            case Reject reject -> {
                approval = approval.filter(earlier -> !contradict(earlier, reject));
                rejections.removeIf(earlier -> !earlier.isLiving(at) || includes(reject, earlier));
                rejections.add(reject);
            }
            case Revert wish -> revert = Optional.of(wish);
            case Promote _ -> promoted = true;
        }
    }

    /** Takes in a decision: what it used is spent, and what it left waits. */
    public void decided(Instant at, Proposal proposal, Verdict verdict) {
        awaiting = awaiting(at, verdict);
        approval = approval.filter(held -> !verdict.leave().equals(Optional.of(held)));
        if (Reversal.isAskedFor(proposal)) {
            revert = Optional.empty();
        }
    }

    /** The pause that holds everything back. */
    public Optional<Withholding.Paused> paused() {
        return paused;
    }

    /** Whether the policy has proved itself. */
    public boolean isPromoted() {
        return promoted;
    }

    /** The wish to take the last change back, until it is answered. */
    public Optional<Revert> revert() {
        return revert;
    }

    /** What the last decision left to a person, unless that was answered since. */
    public Optional<Awaiting> awaiting(Instant now) {
        return awaiting.filter(waiting ->
                approval(now, waiting.from(), waiting.to()).isEmpty()
                        && rejection(now, waiting.from(), waiting.to()).isEmpty());
    }

    /** The approval by which a move may pass. */
    Optional<Approve> approval(Instant at, int current, int wanted) {
        return approval.filter(held -> held.isLiving(at) && held.covers(current, wanted));
    }

    /** The rejection that a move meets. */
    Optional<Reject> rejection(Instant at, int current, int wanted) {
        return rejections.stream()
                .filter(held -> held.isLiving(at) && held.covers(current, wanted))
                .findFirst();
    }

    public void save(StateWriter out) {
        save(paused.map(Withholding.Paused::by), out);
        out.putInstant(paused.map(Withholding.Paused::since).orElse(Instant.MIN));
        save(approval, out);
        save(revert, out);
        out.putInt(awaiting.isPresent() ? 1 : 0);
        awaiting.ifPresent(waiting ->
                out.putInt(waiting.from()).putInt(waiting.to()).putInstant(waiting.since()));
        out.putInt(promoted ? 1 : 0);
        out.putInt(rejections.size());
        rejections.forEach(held -> Instruction.save(held, out));
    }

    public void restore(StateReader in) {
        Optional<Pause> pause = restore(Pause.class, in);
        Instant since = in.getInstant();
        paused = pause.map(by -> new Withholding.Paused(by, since));
        approval = restore(Approve.class, in);
        revert = restore(Revert.class, in);
        awaiting =
                in.getInt() == 0
                        ? Optional.empty()
                        : Optional.of(new Awaiting(in.getInt(), in.getInt(), in.getInstant()));
        promoted = in.getInt() != 0;
        rejections.clear();
        for (int left = in.getInt(); left > 0; left--) {
            rejections.add(Instruction.restore(Reject.class, in));
        }
    }

    private Optional<Awaiting> awaiting(Instant at, Verdict verdict) {
        return verdict instanceof Verdict.Withheld(var action, var _, var why, var _)
                        && why instanceof Withholding.AwaitingApproval
                ? Optional.of(awaiting(at, action))
                : Optional.empty();
    }

    /** The same as before waits since then. */
    private Awaiting awaiting(Instant at, Action action) {
        return switch (action) {
            case Action.Scale(var _, int from, int to, var _) ->
                    awaiting.filter(waiting -> waiting.from() == from && waiting.to() == to)
                            .orElseGet(() -> new Awaiting(from, to, at));
        };
    }

    /** Whether what one approves the other rejects. */
    private static boolean contradict(Approve approve, Reject reject) {
        return approve.direction() == reject.direction() && reject.isReachedBy(approve.to());
    }

    /** Whether all that one rejects the other rejects, too, and for as long. */
    private static boolean includes(Reject one, Reject other) {
        return one.direction() == other.direction()
                && one.isReachedBy(other.to())
                && !one.expiry().isBefore(other.expiry());
    }

    private static void save(Optional<? extends Instruction> held, StateWriter out) {
        out.putInt(held.isPresent() ? 1 : 0);
        held.ifPresent(instruction -> Instruction.save(instruction, out));
    }

    private static <I extends Instruction> Optional<I> restore(Class<I> kind, StateReader in) {
        return in.getInt() == 0 ? Optional.empty() : Optional.of(Instruction.restore(kind, in));
    }
}
