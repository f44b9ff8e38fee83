// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.Instruction.Leave;
import java.util.Objects;
import java.util.Optional;

/**
 * An action that passed the guard: the only thing a platform accepts. It cannot be made anywhere
 * else and is never read back from a store: after a restart the guard reviews anew.
 */
public final class ApprovedAction {
    private final Action action;
    private final long version;
    private final Optional<Leave> leave;

    ApprovedAction(Action action, long version, Optional<Leave> leave) {
        this.action = action;
        this.version = version;
        this.leave = leave;
    }

    public Action action() {
        return action;
    }

    /** The resource version for which it was approved; the platform refuses it for any other. */
    public long version() {
        return version;
    }

    /** By which person's leave it passed; empty where it needed none. */
    public Optional<Leave> leave() {
        return leave;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApprovedAction that
                && action.equals(that.action)
                && version == that.version
                && leave.equals(that.leave);
    }

    @Override
    public int hashCode() {
        return Objects.hash(action, version, leave);
    }

    @Override
    public String toString() {
        return "%s at version %d".formatted(action, version);
    }
}
