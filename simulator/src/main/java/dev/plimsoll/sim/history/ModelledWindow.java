// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

/**
 * What the model makes of one window, with the replicas that really ran.
 *
 * @param requests that arrived
 * @param busyShare 0 to 1
 * @param meanSeconds latency of the answered requests; NaN if there were none
 * @param tailSeconds the same at the objective's quantile
 * @param refused whether there was no replica for some
 */
record ModelledWindow(
        int window,
        double requests,
        double busyShare,
        double meanSeconds,
        double tailSeconds,
        boolean refused) {}
