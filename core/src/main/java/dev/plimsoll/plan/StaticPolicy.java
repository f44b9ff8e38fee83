// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.telemetry.Signal;
import java.util.List;

/** A fixed number of replicas, whatever is seen. It decides on no signal. */
public record StaticPolicy(int replicas) implements Policy {
    public StaticPolicy {
        if (replicas < 1) {
            throw new IllegalArgumentException("static replicas %d is below 1".formatted(replicas));
        }
    }

    @Override
    public String name() {
        return "static";
    }

    @Override
    public List<Signal> evidence() {
        return List.of();
    }

    @Override
    public Want want(Outlook outlook) {
        return new Want(replicas, Reason.FIXED);
    }

    @Override
    public int scaleInAfterPeriods(Outlook outlook) {
        return 1;
    }
}
