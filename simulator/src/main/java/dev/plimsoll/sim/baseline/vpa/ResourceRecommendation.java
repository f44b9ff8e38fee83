// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/**
 * What is recommended to request of a resource. While a request is between the bounds it may stay
 * as it is. The uncapped target is what would be the target without the container's policy; the
 * other three heed it.
 */
public record ResourceRecommendation(
        Amount target, Amount lowerBound, Amount upperBound, Amount uncappedTarget) {}
