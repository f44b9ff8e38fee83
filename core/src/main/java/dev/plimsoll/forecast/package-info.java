// SPDX-License-Identifier: Apache-2.0

/**
 * Forecasts of demand: point models, intervals learned from their errors, and bounds chosen by
 * cost. Knows nothing of replicas' lives or of policies.
 */
@NullMarked
package dev.plimsoll.forecast;

import org.jspecify.annotations.NullMarked;
