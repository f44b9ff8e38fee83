// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import java.util.List;

/** What the guard says of a proposal, with every clamp in the order in which it bound. */
public sealed interface Verdict {
    List<Clamp> clamps();

    /** May be carried out, as clamped. */
    record Approved(ApprovedAction action, List<Clamp> clamps) implements Verdict {}

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
    record Rejected(List<Clamp> clamps) implements Verdict {}
}
