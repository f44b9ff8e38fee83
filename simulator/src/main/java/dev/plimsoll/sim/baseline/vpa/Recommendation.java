// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/** What is recommended for a container: CPU in millicores and memory in bytes. */
public record Recommendation(ResourceRecommendation cpu, ResourceRecommendation memory) {}
