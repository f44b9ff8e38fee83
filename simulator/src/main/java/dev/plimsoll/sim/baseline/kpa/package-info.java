// SPDX-License-Identifier: Apache-2.0

/**
 * Knative's pod autoscaler (KPA) to the letter: scrapes fall into windows of one-second buckets,
 * the autoscaler turns their averages into a number of pods, and the scaler decides what of it is
 * written, down to zero. Arithmetic is upstream's, in upstream's order. No files, no JSON and no
 * cluster live here: whoever drives it hands in seconds, counts and scrapes.
 */
@NullMarked
package dev.plimsoll.sim.baseline.kpa;

import org.jspecify.annotations.NullMarked;
