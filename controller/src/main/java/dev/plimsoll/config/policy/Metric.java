// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.telemetry.Signal;

/**
 * Where a signal of one workload is read.
 *
 * @param source the name of a {@link PrometheusSource}
 * @param query in PromQL; its answer is one number, or nothing
 */
public record Metric(Signal signal, String name, String source, String query, Unit unit) {}
