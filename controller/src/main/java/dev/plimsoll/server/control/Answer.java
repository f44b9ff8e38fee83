// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.model.Instruction;
import java.time.Instant;

/** What became of an order. */
public sealed interface Answer {
    /** It is in the journal, for certain, and in force. */
    record Heard(Instant at, Instruction instruction) implements Answer {}

    /** It is not in force, but for {@link Refusal#UNCERTAIN}. */
    record Refused(Refusal refusal, String sentence) implements Answer {}

    /** Why an order is not carried out. */
    enum Refusal {
        /** No policy scales the workload. */
        UNKNOWN_WORKLOAD("UnknownWorkload"),
        /** There is nothing to approve or to reject. */
        NOTHING_WAITS("NothingWaits"),
        /** What waits is not the change that was named. */
        OTHER_WAITS("OtherWaits"),
        /** It is not paused. */
        NOT_PAUSED("NotPaused"),
        /** It is paused already, which would hold back what is ordered. */
        PAUSED("Paused"),
        /** The controller has no session: its platform or its store is gone. */
        NOT_RUNNING("NotRunning"),
        /** The loop did not get to it in time. */
        TIMED_OUT("TimedOut"),
        /** The journal could not say that it has it: it holds if the journal gets it. */
        UNCERTAIN("Uncertain");

        private final String label;

        Refusal(String label) {
            this.label = label;
        }

        /** As programs know it. */
        public String label() {
            return label;
        }
    }
}
