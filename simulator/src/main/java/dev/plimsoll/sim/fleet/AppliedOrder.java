// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import java.time.Instant;

/**
 * An order that was carried out.
 *
 * @param from replicas asked for before
 * @param version of the workload afterwards
 * @param at the fleet's time
 */
public record AppliedOrder(ScaleOrder order, int from, long version, Instant at) {}
