// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.model.Instruction;
import java.util.List;

/** Instructions by name. */
public final class InstructionText {
    /** Every name that there is. */
    public static final List<String> NAMES =
            List.of("approve", "reject", "revert", "pause", "resume", "promote");

    private InstructionText() {}

    public static String name(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Approve _ -> "approve";
            case Instruction.Reject _ -> "reject";
            case Instruction.Revert _ -> "revert";
            case Instruction.Pause _ -> "pause";
            case Instruction.Resume _ -> "resume";
            case Instruction.Promote _ -> "promote";
        };
    }
}
