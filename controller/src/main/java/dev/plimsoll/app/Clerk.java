// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.control.WorkloadKnowledge;
import dev.plimsoll.guard.Authority;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.server.control.Answer;
import dev.plimsoll.server.control.Answer.Refusal;
import dev.plimsoll.server.control.Order;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Makes of an order what is to be journalled, by what is known at that instant. */
final class Clerk {
    private final WorkloadKnowledge known;
    private final Instant now;
    private final Function<Instruction, Answer> instruct;

    /**
     * For one order.
     *
     * @param instruct brings an instruction into force
     */
    Clerk(WorkloadKnowledge known, Instant now, Function<Instruction, Answer> instruct) {
        this.known = known;
        this.now = now;
        this.instruct = instruct;
    }

    Answer take(Order order) {
        String who = order.who();
        String why = order.why();
        return switch (order.verb()) {
            case PAUSE -> pause(order);
            case RESUME -> resume(order);
            case REVERT -> revert(order);
            case APPROVE ->
                    answer(
                            order,
                            waiting ->
                                    new Instruction.Approve(
                                            who, why, waiting.from(), waiting.to(), expiry(order)));
            case REJECT ->
                    answer(
                            order,
                            waiting ->
                                    new Instruction.Reject(
                                            who, why, waiting.from(), waiting.to(), expiry(order)));
        };
    }

    private Instant expiry(Order order) {
        return now.plus(order.length());
    }

    /** A second pause would hide who paused it first, and why. */
    private Answer pause(Order order) {
        return known.paused()
                .<Answer>map(paused ->
                        new Answer.Refused(
                                Refusal.PAUSED,
                                "%s is paused since %s by %s: %s; resume it first"
                                        .formatted(
                                                order.workload(),
                                                paused.since(),
                                                paused.by().who(),
                                                paused.by().why())))
                .orElseGet(() -> instruct.apply(new Instruction.Pause(order.who(), order.why())));
    }

    private Answer resume(Order order) {
        return known.paused().isPresent()
                ? instruct.apply(new Instruction.Resume(order.who(), order.why()))
                : new Answer.Refused(
                        Refusal.NOT_PAUSED, "%s is not paused".formatted(order.workload()));
    }

    /** A pause would hold it back, and by its end the wish would be forgotten. */
    private Answer revert(Order order) {
        Optional<Withholding.Paused> paused = known.paused();
        return paused.isEmpty()
                ? instruct.apply(new Instruction.Revert(order.who(), order.why()))
                : new Answer.Refused(
                        Refusal.PAUSED,
                        "%s is paused by %s, which would hold it back; resume it first"
                                .formatted(order.workload(), paused.get().by().who()));
    }

    private Answer answer(Order order, Function<Authority.Awaiting, Instruction> instruction) {
        return known.awaiting(now)
                .map(waiting ->
                        order.change().map(waiting::isNamed).orElse(true)
                                ? instruct.apply(instruction.apply(waiting))
                                : other(order, waiting))
                .orElseGet(() ->
                        new Answer.Refused(
                                Refusal.NOTHING_WAITS,
                                "nothing of %s waits for approval; see its plan"
                                        .formatted(order.workload())));
    }

    /** Whoever named a change has not seen this one. */
    private static Answer other(Order order, Authority.Awaiting waiting) {
        return new Answer.Refused(
                Refusal.OTHER_WAITS,
                "that change of %s waits no longer; now %d → %d waits, %s"
                        .formatted(order.workload(), waiting.from(), waiting.to(), waiting.id()));
    }
}
