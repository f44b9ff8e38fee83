// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * What comes to a service in one step, and what befalls it there. Rates are requests per second.
 *
 * @param demand all that arrive, retries and rejected ones included
 * @param retries those that repeat an earlier one
 * @param rejected those that are turned away, at the same cost as others
 * @param limit the most that something behind the service lets through
 * @param latencyFactor how many times as long as it should each request takes
 * @param errorRatio share of the answers that are errors, 0 to 1
 */
public record Traffic(
        double demand,
        double retries,
        double rejected,
        double limit,
        double latencyFactor,
        double errorRatio) {

    /** Honest requests, and nothing in their way. */
    public static Traffic of(double demand) {
        return new Traffic(demand, 0, 0, Double.POSITIVE_INFINITY, 1, 0);
    }

    /** Whether requests take longer than they should. */
    boolean isSlowed() {
        return latencyFactor > 1;
    }

    /** Arrivals as a share of what {@code ready} replicas can serve. */
    double load(int ready, double saturationRate) {
        return demand / capacity(ready, saturationRate);
    }

    /** Requests per second that {@code ready} replicas can serve. */
    double capacity(int ready, double saturationRate) {
        return Math.min(ready * saturationRate, limit);
    }

    /** The requests per second that are answered as they should be, of so many that are served. */
    double goodOf(double served) {
        double honest = demand > 0 ? 1 - rejected / demand : 1;
        return served * honest * (1 - errorRatio);
    }
}
