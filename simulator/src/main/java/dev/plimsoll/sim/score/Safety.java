// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

/**
 * What a run broke, and how often it called for help, in its scored part.
 *
 * @param sessionsLost sessions that ended because their replica did
 * @param quorumLostSeconds time in which ordered replicas had no majority
 * @param takeBacks actions that were taken back
 * @param alarms times at which a rule began to bind that somebody should look at
 */
public record Safety(int sessionsLost, long quorumLostSeconds, int takeBacks, int alarms) {
    /** Of a run in which nothing can be broken and nobody calls. */
    public static final Safety NONE = new Safety(0, 0, 0, 0);
}
