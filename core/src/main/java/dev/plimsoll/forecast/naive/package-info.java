// SPDX-License-Identifier: Apache-2.0

/** The yardsticks that any other model has to beat: they estimate nothing. */
@NullMarked
package dev.plimsoll.forecast.naive;

import org.jspecify.annotations.NullMarked;
