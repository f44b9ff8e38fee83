// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * What all pods of a revision reported for one second.
 *
 * @param concurrency requests in flight, on average
 * @param proxiedConcurrency those of them that the activator has counted already
 * @param requests requests per second
 * @param proxiedRequests those of them that the activator has counted already
 */
public record Scrape(
        double concurrency, double proxiedConcurrency, double requests, double proxiedRequests) {
    double ownConcurrency() {
        return concurrency - proxiedConcurrency;
    }

    double ownRequests() {
        return requests - proxiedRequests;
    }
}
