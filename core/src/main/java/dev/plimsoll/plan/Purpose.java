// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

/** What a proposal is for. */
public enum Purpose {
    /** What the policy wants, in a planning cycle. */
    PLAN,
    /** More at once, between two cycles. */
    TICK,
    /** To undo what did harm, or what a person wants undone. */
    TAKE_BACK
}
