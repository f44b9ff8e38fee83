// SPDX-License-Identifier: Apache-2.0

/**
 * The simulated fleet in another process, as a platform and a source of readings (docs/fleet.md). A
 * fleet that is gone, slow or says what cannot be is a failure with its cause, never a number.
 */
@NullMarked
package dev.plimsoll.adapter.fleet;

import org.jspecify.annotations.NullMarked;
