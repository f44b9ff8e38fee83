// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

/**
 * What can be read of one replica.
 *
 * @param utilization busy share of its slots, 0 to 1
 * @param sessions sessions open at it
 */
public record ReplicaReading(String replica, Reading utilization, Reading sessions) {}
