// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

/** A row of a table: what one rule, alone, lets through of what a review proposes. */
record RuleCase(Rule rule, String when, ReviewBuilder review, int through) {
    void check() {
        Review built = review.build();
        int wanted = built.proposal().target();
        assertThat(rule.limit(wanted, built)).isEqualTo(through);
    }

    @Override
    public String toString() {
        return rule + ": " + when;
    }
}
