// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

/**
 * A constant load for a while.
 *
 * @param load arrivals as a share of what the first servers can serve
 * @param change what happens as it begins
 */
record Phase(String name, double load, int seconds, Regime regime, Change change) {
    Phase {
        if (!(load > 0) || seconds < 1) {
            throw new IllegalArgumentException(
                    "phase '%s' needs a load above 0 and a second at least: %s for %d s"
                            .formatted(name, load, seconds));
        }
    }

    /** Whether more arrives than can be served, so that a backlog grows. */
    boolean isOverload() {
        return load > 1;
    }

    /** Whether a backlog is worked off. */
    boolean isAftermath() {
        return regime == Regime.AFTERMATH;
    }

    /** Whether a figure has a meaning here. */
    boolean has(Figure figure) {
        return switch (figure) {
            case MEAN, P95, P99 -> true;
            case BACKLOG -> isOverload();
            case DRAIN -> isAftermath();
        };
    }
}
