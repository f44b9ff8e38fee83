// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.model.ChangeId;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.JsonBody;
import dev.plimsoll.server.control.Order.Verb;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads the body of an order; what cannot be used is refused with the field, value and mend. */
final class OrderRequest {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;
    private static final Duration LONGEST = Duration.ofDays(7);

    private OrderRequest() {}

    static Order read(WorkloadId workload, Verb verb, byte[] bytes) {
        JsonBody body = JsonBody.read(bytes, fields(verb), "the fields who and why" + more(verb));
        return new Order(
                workload,
                verb,
                body.text("who", LONGEST_NAME),
                body.text("why", LONGEST_REASON),
                body.has("for") ? length(body) : Order.USUAL_LENGTH,
                body.has("change") ? Optional.of(change(body)) : Optional.empty());
    }

    private static Set<String> fields(Verb verb) {
        return verb.expires() ? Set.of("who", "why", "for", "change") : Set.of("who", "why");
    }

    private static String more(Verb verb) {
        return verb.expires() ? " and, perhaps, for and change" : "";
    }

    private static Duration length(JsonBody body) {
        Duration length = DurationText.parse(body.text("for", LONGEST_NAME), "body", "for");
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw body.refusal("for", "give more than zero, and at most 7d");
        }
        return length;
    }

    private static ChangeId change(JsonBody body) {
        return ChangeId.parse(body.text("change", LONGEST_NAME))
                .orElseThrow(() ->
                        body.refusal(
                                "change",
                                "give the id that 'get' shows, e.g. 4-9@2026-01-05T09:30:00Z"));
    }
}
