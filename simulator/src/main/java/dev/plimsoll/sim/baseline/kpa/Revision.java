// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

/**
 * A revision as the scaler finds it.
 *
 * @param activity its condition Active
 * @param reachability whether a route leads to it
 * @param initialized whether it was once as large as its initial scale
 * @param activator what takes requests while there is no pod
 */
public record Revision(
        Activity activity, Reachability reachability, boolean initialized, Activator activator) {}
