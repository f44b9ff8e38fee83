// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.time.Duration;
import java.util.Optional;

/** What came of sending a letter once. */
sealed interface Attempt {
    /** The receiver has it. */
    record Delivered() implements Attempt {}

    /** The receiver is gone for good, it says. */
    record Gone() implements Attempt {}

    /**
     * The receiver may or may not have it.
     *
     * @param said what follows "the last attempt" in a sentence
     * @param asked after how long the receiver wants to be asked again, where it said so
     */
    record Failed(String said, Optional<Duration> asked) implements Attempt {
        Failed(String said) {
            this(said, Optional.empty());
        }
    }
}
