// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Condition;
import dev.plimsoll.app.Conditions.Kind;

/**
 * Waits for conditions that other threads raise and clear; the test's time-out is the end of it.
 */
final class AwaitedConditions {
    private AwaitedConditions() {}

    static Condition present(Conditions conditions, Kind kind) {
        while (true) {
            for (Condition condition : conditions.present()) {
                if (condition.kind() == kind) {
                    return condition;
                }
            }
            Thread.onSpinWait();
        }
    }

    static void gone(Conditions conditions, Kind kind) {
        while (conditions.present().stream().anyMatch(held -> held.kind() == kind)) {
            Thread.onSpinWait();
        }
    }
}
