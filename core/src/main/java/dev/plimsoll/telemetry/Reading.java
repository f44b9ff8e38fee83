// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import dev.plimsoll.model.Cadence;
import java.time.Duration;
import java.time.Instant;

/** One signal at one instant, with its quality. Absent is never zero. */
public sealed interface Reading {

    /** Recent enough to decide on. {@code at} is the end of the interval that was measured. */
    record Fresh(double value, Instant at) implements Reading {}

    /** The last value known, too old to take anything away for. */
    record Stale(double value, Instant at) implements Reading {}

    /** Recent, but it contradicts what else is known: nothing is taken away for it. */
    record Suspect(double value, Instant at, Doubt doubt) implements Reading {}

    /** No value at all. */
    record Absent(Cause cause) implements Reading {}

    /** Why a value is not believed. */
    enum Doubt {
        ZERO("it is zero while another signal shows that there is traffic"),
        FROZEN("it repeats itself to the last bit, which it hardly ever did before"),
        PARTIAL("replicas are missing from it");

        private final String sentence;

        Doubt(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Why there is no value. */
    enum Cause {
        NEVER_SEEN("the source has never had a value for it"),
        FROM_THE_FUTURE("it is dated more than an interval ahead: a clock is wrong"),
        INVALID("what the source had is not a finite number of at least 0"),
        UNREACHABLE("the source could not be reached, or did not answer in time"),
        UNREADABLE("what the source answered cannot be understood"),
        NO_SERIES("the query found no series"),
        AMBIGUOUS("the query found more than one series"),
        PARTIAL("the source could read only a part of its data"),
        REFUSED("the source refused the query, or failed at it");

        private final String sentence;

        Cause(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    Reading NEVER_SEEN = new Absent(Cause.NEVER_SEEN);

    /** Classifies a raw value by its age and its worth; NaN, infinite and negative values die. */
    static Reading of(double value, Instant at, Instant now, Cadence cadence) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            return new Absent(Cause.INVALID);
        }
        if (at.isAfter(now.plus(cadence.metricsInterval()))) {
            return new Absent(Cause.FROM_THE_FUTURE);
        }
        boolean fresh = Duration.between(at, now).compareTo(cadence.freshFor()) <= 0;
        return fresh ? new Fresh(value, at) : new Stale(value, at);
    }
}
