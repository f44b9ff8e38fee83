// SPDX-License-Identifier: Apache-2.0

/**
 * Kubernetes' HorizontalPodAutoscaler (autoscaling/v2) to the letter, as of 1.36: replica
 * calculator, stabilisation, rates, conditions. Source: {@code pkg/controller/podautoscaler}.
 *
 * <p>Sums are 64-bit and counts 32-bit integers, ratios are doubles, in upstream's order of
 * operations, because some answers depend on it. Times are whole seconds of one clock; what happens
 * in a simulated fleet, files and JSON are not known here.
 */
@NullMarked
package dev.plimsoll.sim.baseline.hpa;

import org.jspecify.annotations.NullMarked;
