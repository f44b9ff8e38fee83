// SPDX-License-Identifier: Apache-2.0

/**
 * KEDA to the letter, as far as it is not the HPA: the executor that moves a workload between zero
 * (or its idle replicas) and the range that the HPA rules, and the fallback that answers the HPA
 * while a trigger fails. Reading triggers does not live here, nor do files, JSON or a cluster.
 */
@NullMarked
package dev.plimsoll.sim.baseline.keda;

import org.jspecify.annotations.NullMarked;
