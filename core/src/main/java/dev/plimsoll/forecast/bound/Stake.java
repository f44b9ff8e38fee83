// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

/**
 * What is at stake at one sample.
 *
 * @param demand per second
 * @param unit what one replica carries, per second
 * @param violationCost κ, what a violation costs for each replica that is needed, in replicas held
 *     as long
 */
record Stake(double demand, double unit, double violationCost) {
    private static final double MOST = 1_000_000;

    /** The replicas that a demand needs. */
    int replicas(double of) {
        return (int) Math.clamp(Math.ceil(of / unit - 1e-9), 1, MOST);
    }

    /**
     * What it costs to violate when so much is expected; at least one more than now is needed then.
     */
    double violation(double expected) {
        return violationCost * Math.max(replicas(expected), replicas(demand) + 1);
    }
}
