// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Outcome.Refusal;
import java.util.List;

/** What became of an action, by name and as a person reads it. */
public final class OutcomeText {
    /** Every name that there is. */
    public static final List<String> NAMES = List.of("applied", "refused", "failed", "unsent");

    private OutcomeText() {}

    public static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied _ -> "applied";
            case Outcome.Refused _ -> "refused";
            case Outcome.Failed _ -> "failed";
            case Outcome.Unsent _ -> "unsent";
        };
    }

    static String sentence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied _ -> "the platform carried it out";
            case Outcome.Refused(var _, var _, Refusal refusal) ->
                    "the platform refused it: " + sentence(refusal);
            case Outcome.Failed(var _, var _, var fault) ->
                    "it failed, and may have been carried out: the platform, " + fault.sentence();
            case Outcome.Unsent _ -> "it was not carried out: it never got to the platform";
        };
    }

    private static String sentence(Refusal refusal) {
        return switch (refusal) {
            case CONFLICT -> "somebody else had changed the workload";
            case UNKNOWN_WORKLOAD -> "it does not know the workload";
            case SUPERSEDED -> "a later controller has taken over";
            case UNFIT -> "it is beyond what the platform can have";
        };
    }
}
