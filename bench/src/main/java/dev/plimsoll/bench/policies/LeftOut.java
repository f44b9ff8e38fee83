// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

/**
 * A trace or a case that has no result.
 *
 * @param what the trace, or the case
 * @param reason and how to mend it
 */
record LeftOut(String what, String reason) {}
