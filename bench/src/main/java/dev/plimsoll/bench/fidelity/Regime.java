// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

/** How hard a phase is, which decides how close the simulator has to come. */
enum Regime {
    /** The load stays at or below 0.9. */
    STEADY(0.10),
    /** The load exceeds 0.9, for a while or beyond 1. */
    STRAINED(0.15),
    /** What an overload has left is worked off. */
    AFTERMATH(0.15);

    private final double tolerance;

    Regime(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The largest error allowed, as a share of what was measured. */
    double tolerance() {
        return tolerance;
    }
}
