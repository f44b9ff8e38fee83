// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.sim.scenario.Scenario.Sessions;
import java.time.Duration;

/** What replicas keep. Each kind has fields of its own. */
record StatePart(
        Found<String> name,
        Found<Duration> drainTimeout,
        Found<Integer> quorum,
        Found<Double> requestsPerSession,
        Found<Long> shortest,
        Found<Long> longest) {

    private static final String STATELESS = "Stateless";
    private static final String SESSIONS = "Sessions";
    private static final String ORDERED = "Ordered";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    static StatePart read(Fields fields) {
        Found<String> kind =
                fields.field("kind").read(Forms.choice(STATELESS, SESSIONS, ORDERED), STATELESS);
        kind.content().ifPresent(name -> only(name, fields));
        Fields sessions =
                fields.field("sessions").fields().only("requestsPerSecond", "shortest", "longest");
        return new StatePart(
                kind,
                fields.field("drainTimeout")
                        .read(Forms.duration(SECOND, DAY), Duration.ofMinutes(5)),
                fields.field("quorum").read(Forms.whole(1, WorkloadPart.MOST_REPLICAS), 1),
                sessions.field("requestsPerSecond")
                        .read(Forms.rate(0.001, 1000), Sessions.USUAL.requestsPerSecond()),
                sessions.field("shortest")
                        .read(Forms.seconds(SECOND, DAY), Sessions.USUAL.leastSeconds()),
                sessions.field("longest")
                        .read(Forms.seconds(SECOND, DAY), Sessions.USUAL.mostSeconds()));
    }

    private static void only(String kind, Fields fields) {
        switch (kind) {
            case SESSIONS -> fields.only("kind", "drainTimeout", "sessions");
            case ORDERED -> fields.only("kind", "quorum");
            default -> fields.only("kind");
        }
    }

    boolean hasSessions() {
        return name.content().filter(SESSIONS::equals).isPresent();
    }

    StateKind kind() {
        return switch (name.value()) {
            case SESSIONS -> new StateKind.Sessions(drainTimeout.value());
            case ORDERED -> new StateKind.Ordered(quorum.value());
            default -> StateKind.STATELESS;
        };
    }

    Sessions sessions() {
        return new Sessions(requestsPerSession.value(), shortest.value(), longest.value());
    }
}
