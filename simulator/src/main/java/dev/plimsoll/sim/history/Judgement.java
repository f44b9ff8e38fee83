// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

/** What came of judging policies on a past. */
public sealed interface Judgement permits Scorecard, Judgement.Unjudged {
    /**
     * Nothing can be said.
     *
     * @param why a sentence without an end, which says what would help
     */
    record Unjudged(String why) implements Judgement {}
}
