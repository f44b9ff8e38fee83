// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

/**
 * What is known of a past interval.
 *
 * @param demand per second
 * @param demandPerReplica what one replica carries within the SLO, per second
 * @param outcome what became of it
 */
public record Interval(double demand, double demandPerReplica, Outcome outcome) {
    /** An interval of which nothing but the demand is known. */
    public Interval(double demand, double demandPerReplica) {
        this(demand, demandPerReplica, Outcome.UNKNOWN);
    }

    /** How an interval went. */
    public sealed interface Outcome {
        Outcome UNKNOWN = new Unknown();

        /** It was not measured. */
        record Unknown() implements Outcome {}

        /**
         * It was.
         *
         * @param ready replicas that took traffic
         * @param violated whether the SLO was missed
         */
        record Seen(double ready, boolean violated) implements Outcome {}
    }
}
