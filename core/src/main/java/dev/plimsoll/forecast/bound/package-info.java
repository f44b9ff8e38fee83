// SPDX-License-Identifier: Apache-2.0

/**
 * Upper bounds of the demand over a look-ahead, chosen by what they would have cost. Forecasters
 * live beside it; no policy, reading or clock enters here.
 */
@NullMarked
package dev.plimsoll.forecast.bound;

import org.jspecify.annotations.NullMarked;
