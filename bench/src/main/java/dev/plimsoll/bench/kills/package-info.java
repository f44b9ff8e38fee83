// SPDX-License-Identifier: Apache-2.0

/**
 * Kills a running controller at random moments, with actions under way, and judges what it left
 * behind by what a fleet really did.
 */
@NullMarked
package dev.plimsoll.bench.kills;

import org.jspecify.annotations.NullMarked;
