// SPDX-License-Identifier: Apache-2.0

/**
 * Exponential smoothing: recursions whose state is a level, a trend and a season, and the
 * estimation of their parameters.
 */
@NullMarked
package dev.plimsoll.forecast.smoothing;

import org.jspecify.annotations.NullMarked;
