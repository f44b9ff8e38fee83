// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.time.Instant;
import java.util.List;

/**
 * What is said of a workload while it is controlled, with a name and a reason: by a person, or by
 * what judges its policy.
 */
public sealed interface Instruction {
    /** Every label that there is. */
    List<String> LABELS = List.of("approve", "reject", "revert", "pause", "resume", "promote");

    String who();

    String why();

    /** As programs know it. */
    default String label() {
        return switch (this) {
            case Approve _ -> "approve";
            case Reject _ -> "reject";
            case Revert _ -> "revert";
            case Pause _ -> "pause";
            case Resume _ -> "resume";
            case Promote _ -> "promote";
        };
    }

    /** By which an action passes that would not pass by itself. */
    sealed interface Leave extends Instruction permits Approve, Revert {}

    /**
     * The answer to an action that waits: it tells where that leads, and holds until it expires.
     */
    sealed interface Answer extends Instruction permits Approve, Reject {
        /** The replicas asked for when the question was put. */
        int from();

        int to();

        Instant expiry();

        default boolean isLiving(Instant at) {
            return at.isBefore(expiry());
        }

        /** 1 for more replicas, -1 for fewer. */
        default int direction() {
            return Integer.compare(to(), from());
        }

        /** Whether a number lies where this leads, or beyond. */
        default boolean isReachedBy(int replicas) {
            return Integer.compare(replicas, to()) != -direction();
        }
    }

    /** Nothing is to be carried out until somebody resumes it. */
    record Pause(String who, String why) implements Instruction {
        public Pause {
            requireNamed(who, why);
        }
    }

    /** The pause is over, whoever made it. */
    record Resume(String who, String why) implements Instruction {
        public Resume {
            requireNamed(who, why);
        }
    }

    /** One action that way may be carried out, no further than {@code to}. */
    record Approve(String who, String why, int from, int to, Instant expiry)
            implements Leave, Answer {
        public Approve {
            requireNamed(who, why);
            requireMove(from, to);
        }

        /** Whether a move goes the same way, and does not begin where this ends. */
        public boolean covers(int current, int wanted) {
            return Integer.compare(wanted, current) == direction() && !isReachedBy(current);
        }

        /** A wanted number, but no further than this leads. */
        public int limit(int wanted) {
            return isReachedBy(wanted) ? to : wanted;
        }
    }

    /** What leads that far that way, or further, is not to be asked for again. */
    record Reject(String who, String why, int from, int to, Instant expiry) implements Answer {
        public Reject {
            requireNamed(who, why);
            requireMove(from, to);
        }

        /** Whether a move goes the same way, and as far. */
        public boolean covers(int current, int wanted) {
            return Integer.compare(wanted, current) == direction() && isReachedBy(wanted);
        }
    }

    /** The last change that was carried out is to be taken back. */
    record Revert(String who, String why) implements Leave {
        public Revert {
            requireNamed(who, why);
        }
    }

    /** The policy has proved itself: its probation is over. */
    record Promote(String who, String why) implements Instruction {
        public Promote {
            requireNamed(who, why);
        }
    }

    /** Writes an instruction; the form is that of journals, and stays as it is. */
    static void save(Instruction instruction, StateWriter out) {
        out.putString(instruction.who()).putString(instruction.why());
        switch (instruction) {
            case Pause _ -> out.putInt(0);
            case Resume _ -> out.putInt(1);
            case Approve approve -> save(approve, out.putInt(2));
            case Reject reject -> save(reject, out.putInt(3));
            case Revert _ -> out.putInt(4);
            case Promote _ -> out.putInt(5);
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IllegalArgumentException if it is no instruction
     */
    static Instruction restore(StateReader in) {
        String who = in.getString();
        String why = in.getString();
        int kind = in.getInt();
        return switch (kind) {
            case 0 -> new Pause(who, why);
            case 1 -> new Resume(who, why);
            case 2 -> new Approve(who, why, in.getInt(), in.getInt(), in.getInstant());
            case 3 -> new Reject(who, why, in.getInt(), in.getInt(), in.getInstant());
            case 4 -> new Revert(who, why);
            case 5 -> new Promote(who, why);
            default ->
                    throw new IllegalArgumentException(
                            "no instruction is of kind %d".formatted(kind));
        };
    }

    /**
     * The same where only one kind can stand.
     *
     * @throws IllegalArgumentException if another one does
     */
    static <I extends Instruction> I restore(Class<I> kind, StateReader in) {
        Instruction instruction = restore(in);
        if (!kind.isInstance(instruction)) {
            throw new IllegalArgumentException(
                    "%s stands where a %s is wanted".formatted(instruction, kind.getSimpleName()));
        }
        return kind.cast(instruction);
    }

    private static void save(Answer answer, StateWriter out) {
        out.putInt(answer.from()).putInt(answer.to()).putInstant(answer.expiry());
    }

    private static void requireNamed(String who, String why) {
        if (who.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException(
                    "instruction of '%s' because of '%s': say who gives it, and why"
                            .formatted(who, why));
        }
    }

    private static void requireMove(int from, int to) {
        if (from < 0 || to < 0 || from == to) {
            throw new IllegalArgumentException(
                    "answer to a move from %d to %d replicas: give two different counts"
                            .formatted(from, to));
        }
    }
}
