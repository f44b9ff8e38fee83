// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a policy must have shown on its workload's own past before it may act.
 *
 * @param over so much of the past must have judged it, besides what it was taught by
 * @param violations the share of requests violated, at most; where nothing is given, no more than
 *     really were
 * @param replicaHours at most, as a share of those that really ran
 */
public record Promotion(Duration over, OptionalDouble violations, double replicaHours) {}
