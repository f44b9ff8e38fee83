// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * Where the activator stands, which takes requests while there is no pod.
 *
 * @param proxyMode whether the revision's service is told to lead to it
 * @param inPathSeconds for how long it has; 0 where it does not
 * @param probeSucceeds whether a probe of the service reaches it
 */
public record Activator(boolean proxyMode, long inPathSeconds, boolean probeSucceeds) {}
