// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.Instruction.Resume;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.Mode;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.plan.Reason;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A {@link RandomLife} whose owner does not consent to everything, with people who say this and
 * that between the decisions, and proposals to take back that nobody asked for.
 */
final class GovernedLife {
    private final SplittableRandom random;
    private final RandomLife life;
    private final Authority authority = new Authority();
    private final WordOfPeople record;
    private Consent consent;

    GovernedLife(long seed) {
        random = new SplittableRandom(~seed);
        life = new RandomLife(seed);
        record = new WordOfPeople();
        consent = consent();
    }

    WordOfPeople record() {
        return record;
    }

    /** What is to be reviewed next. */
    Review next() {
        Review bare = life.next();
        consent = random.nextInt(40) == 0 ? consent() : consent;
        for (int said = random.nextInt(3); said > 0; said--) {
            Instruction instruction = instruction(bare.at(), bare.current());
            authority.instructed(bare.at(), instruction);
            record.said(instruction);
        }
        Outlook outlook = governed(bare.outlook());
        boolean reverts = random.nextInt(authority.revert().isPresent() ? 2 : 30) == 0;
        Proposal proposal = reverts ? revert(bare.proposal()) : bare.proposal();
        return new Review(outlook, proposal, bare.history(), authority, bare.burst());
    }

    void decided(Review review, Verdict verdict) {
        authority.decided(review.at(), review.proposal(), verdict.remembered());
        record.decided(review.proposal(), verdict);
        verdict.passed().ifPresent(action -> life.approved(review, (Action.Scale) action));
    }

    private Consent consent() {
        Mode mode =
                switch (random.nextInt(6)) {
                    case 0 -> Mode.OBSERVE;
                    case 1 -> Mode.ADVISE;
                    default -> Mode.ACT;
                };
        return new Consent(mode, random.nextInt(0, 60) / 100.0);
    }

    private Instruction instruction(Instant at, int current) {
        Instant expiry = at.plusSeconds(random.nextInt(-5, 200));
        int to = current + (random.nextBoolean() ? 1 : -1) * random.nextInt(1, 30);
        boolean none = to < 0;
        return switch (random.nextInt(none ? 5 : 12)) {
            case 0 -> new Pause("ann", "deploy");
            case 1, 2, 3 -> new Resume("bob", "deployed");
            case 4 -> new Revert("ann", "too many");
            case 5, 6 -> new Reject("bob", "too dear", current, to, expiry);
            default -> new Approve("ann", "sale", current, to, expiry);
        };
    }

    private Outlook governed(Outlook outlook) {
        return new Outlook(
                outlook.workload().with(consent),
                outlook.at(),
                outlook.snapshot(),
                outlook.capacity(),
                outlook.leadTime(),
                outlook.bound(),
                outlook.lastChange());
    }

    private static Proposal revert(Proposal proposal) {
        return new Proposal(
                Purpose.TAKE_BACK,
                proposal.workload(),
                "revert",
                proposal.current(),
                proposal.target(),
                Reason.ASKED,
                List.of(),
                proposal.version(),
                List.of());
    }
}
