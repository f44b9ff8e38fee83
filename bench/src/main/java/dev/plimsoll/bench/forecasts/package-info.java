// SPDX-License-Identifier: Apache-2.0

/**
 * Our forecasts beside those of Nixtla's statsforecast, on the same traces, from the same origins
 * and scored by the same code. Here alone are Python, clocks and the network; what forecasts and
 * what scores lives in {@code dev.plimsoll.forecast}.
 */
@NullMarked
package dev.plimsoll.bench.forecasts;

import org.jspecify.annotations.NullMarked;
