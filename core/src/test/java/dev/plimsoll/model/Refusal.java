// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A row of a table of bad values: what is wrong, how it is made, and what the message names. */
public record Refusal(String wrong, ThrowingCallable made, String named) {
    public void check() {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageContaining(named);
    }

    @Override
    public String toString() {
        return wrong;
    }
}
