// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.guard.ActionHistory.TakenBack;
import dev.plimsoll.plan.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the world is still as it was planned for, and whom to let have their way. */
final class WorldRules {
    private WorldRules() {}

    static int precondition(int wanted, Review review) {
        boolean moved = review.inventory().version() != review.proposal().version();
        return moved ? review.current() : wanted;
    }

    static int byHand(int wanted, Review review) {
        Instant changed = review.history().changedByHandAt(review.outlook());
        return isWithinHold(changed, review) ? review.current() : wanted;
    }

    static int takenBack(int wanted, Review review) {
        return withoutAgain(
                review.history().takenBack().filter(taken -> !taken.byPerson()), wanted, review);
    }

    static int reverted(int wanted, Review review) {
        return withoutAgain(
                review.history().takenBack().filter(TakenBack::byPerson), wanted, review);
    }

    /** The direction that was taken back is closed; out of it fresh demand may still lead. */
    private static int withoutAgain(Optional<TakenBack> takenBack, int wanted, Review review) {
        if (takenBack.isEmpty()
                || review.isFor(Purpose.TAKE_BACK)
                || !isWithinHold(takenBack.get().at(), review)) {
            return wanted;
        }
        return takenBack.get().wasScaleIn()
                ? Math.max(wanted, review.current())
                : Math.min(wanted, Math.max(review.current(), LoadRules.needed(review)));
    }

    private static boolean isWithinHold(Instant since, Review review) {
        Duration hold = review.protection().holdFor();
        return !since.equals(Instant.MIN) && review.at().isBefore(since.plus(hold));
    }
}
