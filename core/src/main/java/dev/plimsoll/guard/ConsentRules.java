// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Leave;
import dev.plimsoll.model.Mode;
import dev.plimsoll.plan.Reversal;
import java.util.Optional;

/** What needs a person, and what people said. Decided last, of the number that the rules leave. */
final class ConsentRules {
    private ConsentRules() {}

    /** An approval leads no further than it says. */
    static int approval(int wanted, Review review) {
        return isStopped(review)
                ? wanted
                : approve(wanted, review).map(by -> by.limit(wanted)).orElse(wanted);
    }

    /** Why a change to {@code wanted} is not carried out; empty if it is. */
    static Optional<Withholding> withholding(int wanted, Review review) {
        return stop(review)
                .or(() -> {
                    boolean passes = !asks(wanted, review) || leave(wanted, review).isPresent();
                    return passes ? Optional.empty() : Optional.of(unanswered(wanted, review));
                });
    }

    /** By whose leave a change to {@code wanted} passes; empty where nobody had to give it. */
    static Optional<Leave> leave(int wanted, Review review) {
        return Reversal.isAskedFor(review.proposal())
                ? review.authority().revert().map(Leave.class::cast)
                : approve(wanted, review).map(Leave.class::cast);
    }

    private static Optional<Approve> approve(int wanted, Review review) {
        return asks(wanted, review) && !Reversal.isAskedFor(review.proposal())
                ? review.authority().approval(review.at(), review.current(), wanted)
                : Optional.empty();
    }

    private static boolean asks(int wanted, Review review) {
        return review.workload().consent().asksFor(review.current(), wanted);
    }

    private static Withholding unanswered(int wanted, Review review) {
        return review.authority()
                .rejection(review.at(), review.current(), wanted)
                .<Withholding>map(Withholding.RejectedByPerson::new)
                .orElseGet(Withholding.AwaitingApproval::new);
    }

    private static boolean isStopped(Review review) {
        return stop(review).isPresent();
    }

    /** What holds everything back, whoever wants it. */
    private static Optional<Withholding> stop(Review review) {
        Consent consent = review.workload().consent();
        if (consent.mode() == Mode.OBSERVE) {
            return Optional.of(new Withholding.ObserveOnly());
        }
        return consent.onProbation() && !review.authority().isPromoted()
                ? Optional.of(new Withholding.OnProbation())
                : review.authority().paused().map(Withholding.class::cast);
    }
}
