// SPDX-License-Identifier: Apache-2.0

/**
 * What can be seen in a series without being told: its seasonal periods, and symptoms that the
 * engineer on call should know of. Describes history only: forecasts nothing, and keeps no state.
 */
@NullMarked
package dev.plimsoll.forecast.structure;

import org.jspecify.annotations.NullMarked;
