// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

/** What demand does in an hour. */
enum Phase {
    LULL("demand was below half its median"),
    FALLING("demand fell"),
    STEADY("demand was steady"),
    RISING("demand rose");

    private static final double LULL_SHARE = 0.5;

    /** A change by less than that share of the hour before is none. */
    private static final double TOLERANCE = 0.1;

    private final String clause;

    Phase(String clause) {
        this.clause = clause;
    }

    /** What demand did in it, to stand after "while". */
    String clause() {
        return clause;
    }

    /**
     * The phase of an hour.
     *
     * @param demand its mean
     * @param before the mean of the hour before
     * @param median of all hours
     */
    static Phase of(double demand, double before, double median) {
        if (demand < LULL_SHARE * median) {
            return LULL;
        }
        if (demand < before * (1 - TOLERANCE)) {
            return FALLING;
        }
        return demand > before * (1 + TOLERANCE) ? RISING : STEADY;
    }
}
