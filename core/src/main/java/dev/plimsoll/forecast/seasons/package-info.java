// SPDX-License-Identifier: Apache-2.0

/** Several seasons at once, taken apart before a model of what is left. */
@NullMarked
package dev.plimsoll.forecast.seasons;

import org.jspecify.annotations.NullMarked;
