// SPDX-License-Identifier: Apache-2.0

/**
 * Seasonal ARIMA: orders and parameters as values, their estimation by likelihood, the choice of
 * the orders, and the recursion that forecasts between two fits. The linear algebra here is of a
 * few dozen unknowns at most and works on plain arrays.
 */
@NullMarked
package dev.plimsoll.forecast.arima;

import org.jspecify.annotations.NullMarked;
