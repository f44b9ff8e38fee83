// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.telemetry.Signal;

/**
 * Where one signal of a workload is read.
 *
 * @param server the name of a {@link PrometheusServer}
 * @param query in PromQL
 * @param factor from the unit of the answer to that of the signal
 * @param labels of an answer with many series the one that has these is meant; {@link Labels#NONE}
 *     where there is but one
 */
public record WatchedMetric(
        Signal signal, String server, String query, double factor, Labels labels) {}
