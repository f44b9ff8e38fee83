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

    /** Why a platform refuses. */
    enum Refusal {
        /** The workload's version is not the approved one: somebody else changed it. */
        CONFLICT,
        /** The platform does not know the workload. */
        UNKNOWN_WORKLOAD
    }
}
