// SPDX-License-Identifier: Apache-2.0

/**
 * Prometheus, VictoriaMetrics and what else answers PromQL over HTTP: a client of one server, and
 * the readings of all workloads from all servers. What is not known is absent with its cause, never
 * zero. It knows neither files nor other adapters.
 */
@NullMarked
package dev.plimsoll.adapter.prometheus;

import org.jspecify.annotations.NullMarked;
