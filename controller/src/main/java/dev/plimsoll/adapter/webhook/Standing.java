// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.util.Optional;

/** Is told how it stands with a receiver, after each attempt, by the receiver's own thread. */
@FunctionalInterface
public interface Standing {
    /**
     * How it stands now.
     *
     * @param trouble a sentence; empty where there is none
     */
    void stands(Receiver receiver, Optional<String> trouble);
}
