// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/**
 * Ratios of usage to target that are near enough to 1 to do nothing; both ends are.
 *
 * @param down share below 1, e.g. 0.1
 * @param up share above 1
 */
public record Tolerances(double down, double up) {
    boolean include(double ratio) {
        return 1.0 - down <= ratio && ratio <= 1.0 + up;
    }
}
