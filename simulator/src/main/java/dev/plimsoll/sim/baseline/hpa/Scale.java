// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/**
 * The scale of a workload.
 *
 * @param spec replicas asked for
 * @param status replicas there are, ready or not
 */
public record Scale(int spec, int status) {}
