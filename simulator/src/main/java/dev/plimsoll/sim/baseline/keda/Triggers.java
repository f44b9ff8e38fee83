// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/**
 * What a poll of all triggers found.
 *
 * @param active whether some trigger is active
 * @param failed whether some trigger could not be read
 */
public record Triggers(boolean active, boolean failed) {}
