// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Proposal.Alternative;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Optional;

/**
 * What a person may have taken back: the last change that was carried out, whatever it was for,
 * while the number that it made is still asked for. As harm is, it is taken back no further than
 * fresh demand allows: what that needs would come again at once. Not thread-safe; one for each
 * workload.
 */
public final class Reversal {
    private static final String NAME = "revert";

    private record Change(int from, int to) {}

    private Optional<Change> last = Optional.empty();

    /** Whether a proposal answers a person who asked for one. */
    public static boolean isAskedFor(Proposal proposal) {
        return proposal.purpose() == Purpose.TAKE_BACK && proposal.policy().equals(NAME);
    }

    /** Takes note of an action that was carried out, or may have been: the number will tell. */
    public void carriedOut(Action action) {
        last =
                switch (action) {
                    case Action.Scale(var _, int from, int to, var _) ->
                            Optional.of(new Change(from, to));
                };
    }

    /**
     * What takes the last change back; nothing is to be done where none stands. Changes nothing.
     *
     * @param evidence the signals that the policy decides on
     */
    public Proposal proposal(Outlook outlook, List<Signal> evidence) {
        return last.filter(change -> change.to() == outlook.current())
                .map(change -> back(change.from(), outlook, evidence))
                .orElseGet(() -> nothing(outlook));
    }

    public void save(StateWriter out) {
        out.putInt(last.isPresent() ? 1 : 0);
        last.ifPresent(change -> out.putInt(change.from()).putInt(change.to()));
    }

    public void restore(StateReader in) {
        last =
                in.getInt() == 0
                        ? Optional.empty()
                        : Optional.of(new Change(in.getInt(), in.getInt()));
    }

    private static Proposal back(int before, Outlook outlook, List<Signal> evidence) {
        int needed = Math.min(outlook.current(), Floor.replicas(outlook).orElse(0));
        return before >= needed
                ? of(outlook, new Want(before, Reason.ASKED), evidence)
                : of(outlook, new Want(needed, Reason.DEMAND), evidence)
                        .over(new Alternative(before, Reason.ASKED));
    }

    private static Proposal nothing(Outlook outlook) {
        return of(outlook, new Want(outlook.current(), Reason.NOTHING_STANDS), List.of());
    }

    private static Proposal of(Outlook outlook, Want want, List<Signal> evidence) {
        return Proposal.of(Purpose.TAKE_BACK, NAME, outlook, want, evidence);
    }
}
