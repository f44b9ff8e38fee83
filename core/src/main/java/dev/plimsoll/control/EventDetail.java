// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.guard.Rule;
import dev.plimsoll.model.ChangeId;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.plan.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an event says beyond its sentence, for programs. */
public sealed interface EventDetail {
    EventDetail NONE = new None();

    /** The sentence is all. */
    record None() implements EventDetail {}

    /** From one number of replicas to another; the workload and {@code decided} name it. */
    record Move(Instant decided, int from, int to) {
        /** By which an answer names it where it waits. */
        public ChangeId id() {
            return new ChangeId(from, to, decided);
        }
    }

    /**
     * A change that is decided on.
     *
     * @param rules of the guard that bound, in the order in which they did
     * @param leave the person's by which it passed; empty where it needed none
     */
    record Decision(
            Move move,
            String policy,
            Reason reason,
            List<Rule> rules,
            Optional<Instruction.Leave> leave)
            implements EventDetail {
        public Decision {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A change that was not carried out, or may not have been.
     *
     * @param cause the name of a refusal or a fault; empty where it never got there
     */
    record Miss(Move move, Optional<String> cause) implements EventDetail {}

    /** What a person said. */
    record Order(Instruction instruction) implements EventDetail {}

    /**
     * Something that is, or was, wrong.
     *
     * @param condition the name of what can be wrong
     * @param about what is wrong; empty where there is one only
     */
    record Trouble(String condition, String about, Instant since) implements EventDetail {}
}
