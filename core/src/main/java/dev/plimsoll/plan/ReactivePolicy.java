// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.telemetry.Signal;
import java.util.List;

/**
 * The floor alone: capacity for the newest fresh demand and a fixed headroom, with a careful
 * scale-in.
 *
 * @param headroom factor on the demand, at least 1: room to grow while new replicas start
 */
public record ReactivePolicy(double headroom) implements Policy {
    public static final double DEFAULT_HEADROOM = 1.2;

    public ReactivePolicy {
        if (!(headroom >= 1 && headroom <= 100)) {
            throw new IllegalArgumentException(
                    "headroom %s is not between 1 and 100".formatted(headroom));
        }
    }

    @Override
    public String name() {
        return "reactive";
    }

    @Override
    public List<Signal> evidence() {
        return List.of(Signal.DEMAND);
    }

    @Override
    public boolean addsBetweenCycles() {
        return true;
    }

    @Override
    public Want want(Outlook outlook) {
        return Floor.of(outlook, headroom);
    }
}
