// SPDX-License-Identifier: Apache-2.0

/**
 * The loop: cycle, journal, knowledge as a fold over the journal, replay. Ports to the platform,
 * the journal and those who are told what happens.
 */
@NullMarked
package dev.plimsoll.control;

import org.jspecify.annotations.NullMarked;
