// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that happened, for those who are not there to see it.
 *
 * @param id its own among all events of a controller, and the same however often it is told;
 *     without a full stop, which would end it where it is signed
 * @param workload what it is about, if it is about one
 * @param sentence the whole of it for a person, without a full stop
 */
public record Event(
        String id,
        Instant at,
        Kind kind,
        Optional<WorkloadId> workload,
        String sentence,
        EventDetail detail) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** What can happen. */
    public enum Kind {
        CONTROLLER_BEGAN("controller.began"),
        CONTROLLER_ENDED("controller.ended"),
        /** It is in the journal, and is carried out next. */
        ACTION_APPROVED("action.approved"),
        /** The platform refused it; nothing was changed. */
        ACTION_REFUSED("action.refused"),
        /** Whether it was carried out is not known. */
        ACTION_FAILED("action.failed"),
        /** It never got to the platform. */
        ACTION_UNSENT("action.unsent"),
        /** What takes a change back is approved: in place of {@link #ACTION_APPROVED}. */
        CHANGE_REVERTED("change.reverted"),
        APPROVAL_AWAITED("approval.awaited"),
        INSTRUCTION_GIVEN("instruction.given"),
        CONDITION_RAISED("condition.raised"),
        CONDITION_OVER("condition.over");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As those who are told know it. */
        public String label() {
            return label;
        }
    }

    public Event {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "event id '%s': give 1 to 64 letters, digits, - and _".formatted(id));
        }
    }
}
