// SPDX-License-Identifier: Apache-2.0

/**
 * A deterministic fleet in virtual time: replicas, their lead times, their queues. Decides nothing.
 */
@NullMarked
package dev.plimsoll.sim.cluster;

import org.jspecify.annotations.NullMarked;
