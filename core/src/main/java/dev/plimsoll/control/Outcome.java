// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.Action;
import java.time.Instant;

/** What became of an approved action when it was tried. */
public sealed interface Outcome {
    Action action();

    Instant at();

    /** The platform took it over. */
    record Applied(Action action, Instant at) implements Outcome {}

    /** The platform refused it; nothing was changed. */
    record Refused(Action action, Instant at, Refusal refusal) implements Outcome {}

    /**
     * No answer that can be used came, so nobody here knows whether it was carried out. The next
     * inventory tells; trying the same action again does no harm.
     */
    record Failed(Action action, Instant at, PlatformException.Fault fault) implements Outcome {}

    /**
     * It was not carried out: the journal did not have it in time, or a platform showed after a
     * restart that it never got there.
     */
    record Unsent(Action action, Instant at) implements Outcome {}

    /** Why a platform refuses. */
    enum Refusal {
        /** The workload's version is not the approved one: somebody else changed it. */
        CONFLICT,
        /** The platform does not know the workload. */
        UNKNOWN_WORKLOAD,
        /** Somebody with a later epoch has taken over. */
        SUPERSEDED,
        /** The platform cannot carry it out at any time: it is beyond what it can have. */
        UNFIT
    }
}
