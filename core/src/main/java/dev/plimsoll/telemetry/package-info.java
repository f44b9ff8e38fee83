// SPDX-License-Identifier: Apache-2.0

/**
 * What is known at one instant, and how good each reading is. Absent is never zero. No decision is
 * made here.
 */
@NullMarked
package dev.plimsoll.telemetry;

import org.jspecify.annotations.NullMarked;
