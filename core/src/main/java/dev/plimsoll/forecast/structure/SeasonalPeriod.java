// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

/**
 * A period that a series was found to repeat itself after.
 *
 * @param samples its length in samples, at least 3
 * @param strength from 0 to 1: the share that its season has in what varies beside the slow level
 *     and the other seasons (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd
 *     ed., section 4.3)
 */
public record SeasonalPeriod(int samples, double strength) {}
