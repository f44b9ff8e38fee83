// SPDX-License-Identifier: Apache-2.0

/**
 * Forecasts of demand: the ports that models stand behind, the values they take and give, and what
 * serves every model alike. The models themselves live in the packages below, which see this one
 * and never the reverse. Knows nothing of replicas' lives or of policies.
 */
@NullMarked
package dev.plimsoll.forecast;

import org.jspecify.annotations.NullMarked;
