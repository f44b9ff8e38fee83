// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.sim.scenario.Scenario.Sessions;
import java.time.Duration;

/** How many sessions there are, and how long they last, in seconds. */
record SessionsPart(Found<Double> requestsPerSession, Found<Long> shortest, Found<Long> longest) {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    static SessionsPart read(Fields fields) {
        fields.only("requestsPerSecond", "shortest", "longest");
        return new SessionsPart(
                fields.field("requestsPerSecond")
                        .read(Forms.rate(0.001, 1000), Sessions.USUAL.requestsPerSecond()),
                fields.field("shortest")
                        .read(Forms.seconds(SECOND, DAY), Sessions.USUAL.leastSeconds()),
                fields.field("longest")
                        .read(Forms.seconds(SECOND, DAY), Sessions.USUAL.mostSeconds()));
    }

    Sessions sessions() {
        return new Sessions(requestsPerSession.value(), shortest.value(), longest.value());
    }
}
