// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.guard.Authority.Awaiting;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Pause;
import dev.plimsoll.model.Instruction.Reject;
import dev.plimsoll.model.Instruction.Resume;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * An owner, and people who now and then say something: to what waits for them, or to nothing at
 * all.
 */
final class RandomPeople {
    private final SplittableRandom random;

    RandomPeople(long seed) {
        random = new SplittableRandom(seed);
    }

    Consent consent() {
        Mode mode =
                switch (random.nextInt(5)) {
                    case 0 -> Mode.OBSERVE;
                    case 1, 2 -> Mode.ADVISE;
                    default -> Mode.ACT;
                };
        return new Consent(mode, random.nextInt(4) == 0 ? 0 : random.nextDouble(0.5));
    }

    /** What somebody says between two cycles, if anybody does. */
    Optional<Instructed> say(WorkloadId id, Instant at, WorkloadKnowledge known) {
        return random.nextInt(4) > 0
                ? Optional.empty()
                : Optional.of(new Instructed(at, id, instruction(at, known)));
    }

    private Instruction instruction(Instant at, WorkloadKnowledge known) {
        Awaiting move = known.awaiting(at).filter(_ -> random.nextInt(5) > 0).orElseGet(this::any);
        Instant expiry = at.plusSeconds(random.nextInt(0, 300));
        return switch (random.nextInt(12)) {
            case 0 -> new Pause("ann", "deploy");
            case 1, 2, 3 -> new Resume("bob", "deployed");
            case 4, 5, 6, 7 -> new Approve("ann", "sale", move.from(), move.to(), expiry);
            case 8, 9 -> new Reject("bob", "too dear", move.from(), move.to(), expiry);
            default -> new Revert("ann", "not now");
        };
    }

    private Awaiting any() {
        int from = random.nextInt(1, 40);
        return new Awaiting(from, from + (random.nextBoolean() ? 1 : 40), Instant.EPOCH);
    }
}
