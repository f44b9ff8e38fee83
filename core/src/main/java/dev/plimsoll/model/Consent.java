// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

/**
 * What a workload's owner lets be done without a person.
 *
 * @param approvalAbove the share of the replicas asked for that one action may move by itself; what
 *     moves more waits for a person. Infinite where nobody is to be asked
 * @param onProbation whether it only observes until it was promoted for what it would have brought
 */
public record Consent(Mode mode, double approvalAbove, boolean onProbation) {
    /** Every action is carried out, and nobody is asked. */
    public static final Consent FULL = new Consent(Mode.ACT, Double.POSITIVE_INFINITY);

    public Consent {
        if (!(approvalAbove >= 0)) {
            throw new IllegalArgumentException(
                    "approvalAbove %s is not a share of at least 0".formatted(approvalAbove));
        }
    }

    /** Of a policy that need not prove itself. */
    public Consent(Mode mode, double approvalAbove) {
        this(mode, approvalAbove, false);
    }

    /** Whether a person is to be asked before one number of replicas becomes another. */
    public boolean asksFor(int from, int to) {
        double moved = (double) Math.abs((long) to - from) / from;
        return mode == Mode.ADVISE || moved > approvalAbove;
    }
}
