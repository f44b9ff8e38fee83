// SPDX-License-Identifier: Apache-2.0

/**
 * Lets controllers live through scenarios on a store, with ends of every kind in between, and then
 * decides everything again from what the store holds.
 */
@NullMarked
package dev.plimsoll.bench.replay;

import org.jspecify.annotations.NullMarked;
