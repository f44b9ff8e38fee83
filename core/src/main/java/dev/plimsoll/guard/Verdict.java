// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.Instruction.Leave;
import java.util.List;
import java.util.Optional;

/** What the guard says of a proposal, with every clamp in the order in which it bound. */
public sealed interface Verdict {
    List<Clamp> clamps();

    /** The action that it let pass; empty where it let none pass. */
    default Optional<Action> passed() {
        return switch (this) {
            case Approved(var approved, var _) -> Optional.of(approved.action());
            case Remembered(var action, var _, var _, var _) -> Optional.of(action);
            case Unchanged _, Withheld _, Deferred _, Rejected _ -> Optional.empty();
        };
    }

    /** By which person's leave it let one pass; empty where it needed none. */
    default Optional<Leave> leave() {
        return switch (this) {
            case Approved(var approved, var _) -> approved.leave();
            case Remembered(var _, var _, var leave, var _) -> leave;
            case Unchanged _, Withheld _, Deferred _, Rejected _ -> Optional.empty();
        };
    }

    /** The same without authority: what was approved stands in it, and cannot be carried out. */
    default Verdict remembered() {
        return this instanceof Approved(var approved, var clamps)
                ? new Remembered(approved.action(), approved.version(), approved.leave(), clamps)
                : this;
    }

    /** May be carried out, as clamped. */
    record Approved(ApprovedAction action, List<Clamp> clamps) implements Verdict {}

    /**
     * An approval as a journal holds it: no platform accepts it. What is still to be done of it
     * passes the guard again.
     *
     * @param version the resource version for which it was approved
     * @param leave the person's by which it passed; empty where it needed none
     */
    record Remembered(Action action, long version, Optional<Leave> leave, List<Clamp> clamps)
            implements Verdict {}

    /**
     * Every rule lets it pass, as clamped, and it is not carried out: for want of consent. It has
     * no authority, and gains none: once it is approved, what is proposed then passes the guard
     * anew.
     *
     * @param version the resource version that was seen
     */
    record Withheld(Action action, long version, Withholding why, List<Clamp> clamps)
            implements Verdict {}

    /** Nothing was proposed, and nothing needs to be done. */
    record Unchanged() implements Verdict {
        static final Unchanged INSTANCE = new Unchanged();

        @Override
        public List<Clamp> clamps() {
            return List.of();
        }
    }

    /** Nothing of the proposal may be done now; a rate or cool-down will let it pass later. */
    record Deferred(List<Clamp> clamps) implements Verdict {}

    /** Nothing of the proposal may be done. */
    record Rejected(List<Clamp> clamps) implements Verdict {
        /** The owner's limit at which it is held; empty where that is not why. */
        public Optional<Clamp> held() {
            return clamps.isEmpty()
                    ? Optional.empty()
                    : Optional.of(clamps.getLast()).filter(last -> last.rule().isOwnersLimit());
        }
    }
}
