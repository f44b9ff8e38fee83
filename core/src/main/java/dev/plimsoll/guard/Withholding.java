// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Instruction;
import java.time.Instant;

/** Why an action is not carried out though every rule lets it pass. */
public sealed interface Withholding {
    /** The policy observes: this is what it would have done. */
    record ObserveOnly() implements Withholding {}

    /** The policy is on probation: this is what it would have done. */
    record OnProbation() implements Withholding {}

    /** It moves more than may be moved without a person. */
    record AwaitingApproval() implements Withholding {}

    /** Somebody paused the workload at {@code since}. */
    record Paused(Instruction.Pause by, Instant since) implements Withholding {}

    /** Somebody was asked, and said no. */
    record RejectedByPerson(Instruction.Reject by) implements Withholding {}
}
