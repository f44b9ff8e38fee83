// SPDX-License-Identifier: Apache-2.0

/** Measurements: JMH for single stages, whole comparisons beside them. Never published. */
@NullMarked
package dev.plimsoll.bench;

import org.jspecify.annotations.NullMarked;
