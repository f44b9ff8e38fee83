// SPDX-License-Identifier: Apache-2.0

/**
 * The models that can be named, their combination, and intervals learned from their errors. Sees
 * every other package of forecasts but {@code bound}, which sees it.
 */
@NullMarked
package dev.plimsoll.forecast.ensemble;

import org.jspecify.annotations.NullMarked;
