// SPDX-License-Identifier: Apache-2.0

/**
 * What is known of the calendar beforehand, and what demand it moves. Events are handed in; reading
 * them from a file belongs to the command line. Sees no model: it wraps any.
 */
@NullMarked
package dev.plimsoll.forecast.calendar;

import org.jspecify.annotations.NullMarked;
