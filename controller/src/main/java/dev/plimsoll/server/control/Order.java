// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.model.ChangeId;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person orders for a workload.
 *
 * @param who as they say; whoever reaches the socket is believed
 * @param length for how long an answer holds, by the controller's clock
 * @param change which alone is answered; empty for whatever waits
 */
public record Order(
        WorkloadId workload,
        Verb verb,
        String who,
        String why,
        Duration length,
        Optional<ChangeId> change) {
    /** For how long an answer holds where nothing is said. */
    public static final Duration USUAL_LENGTH = Duration.ofMinutes(15);

    /** What can be ordered. */
    public enum Verb {
        /** What waits may be carried out, once. */
        APPROVE,
        /** What waits is not asked for again. */
        REJECT,
        /** The last change is taken back. */
        REVERT,
        /** Nothing is carried out until it is resumed. */
        PAUSE,
        /** The pause is over. */
        RESUME;

        /** As paths and commands name it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it holds for a while only. */
        public boolean expires() {
            return this == APPROVE || this == REJECT;
        }

        static Optional<Verb> of(String label) {
            return Arrays.stream(values()).filter(verb -> verb.label().equals(label)).findFirst();
        }
    }
}
