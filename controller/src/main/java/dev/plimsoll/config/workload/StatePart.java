// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.workload;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.model.StateKind;
import java.time.Duration;

/** What replicas keep. Each kind has fields of its own; what is said of sessions is read apart. */
public record StatePart(Found<String> name, Found<Duration> drainTimeout, Found<Integer> quorum) {
    private static final String STATELESS = "Stateless";
    private static final String SESSIONS = "Sessions";
    private static final String ORDERED = "Ordered";

    public static StatePart read(Fields fields) {
        Found<String> kind =
                fields.field("kind").read(Forms.choice(STATELESS, SESSIONS, ORDERED), STATELESS);
        kind.content().ifPresent(name -> only(name, fields));
        return new StatePart(
                kind,
                fields.field("drainTimeout")
                        .read(
                                Forms.duration(Duration.ofSeconds(1), Duration.ofDays(1)),
                                Duration.ofMinutes(5)),
                fields.field("quorum").read(Forms.whole(1, WorkloadPart.MOST_REPLICAS), 1));
    }

    private static void only(String kind, Fields fields) {
        switch (kind) {
            case SESSIONS -> fields.only("kind", "drainTimeout", "sessions");
            case ORDERED -> fields.only("kind", "quorum");
            default -> fields.only("kind");
        }
    }

    public boolean hasSessions() {
        return name.content().filter(SESSIONS::equals).isPresent();
    }

    public StateKind kind() {
        return switch (name.value()) {
            case SESSIONS -> new StateKind.Sessions(drainTimeout.value());
            case ORDERED -> new StateKind.Ordered(quorum.value());
            default -> StateKind.STATELESS;
        };
    }
}
