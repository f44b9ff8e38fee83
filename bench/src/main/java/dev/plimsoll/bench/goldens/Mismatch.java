// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

/**
 * Where a replay first came out different.
 *
 * @param at the step
 * @param input of that step
 * @param expected what upstream decided
 * @param got what we did
 */
record Mismatch(String at, Object input, Object expected, Object got) {}
