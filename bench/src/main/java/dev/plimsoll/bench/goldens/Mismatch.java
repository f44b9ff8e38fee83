// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

/**
 * Where a replay came out different.
 *
 * @param at which of the case's decisions
 */
record Mismatch(String at, Object input, Object expected, Object got) {}
