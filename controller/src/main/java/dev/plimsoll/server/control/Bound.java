// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import java.util.OptionalDouble;

/**
 * What a policy on probation must have shown, and what it has.
 *
 * @param required empty where it is what really was, and that is not known yet
 * @param measured empty where it is not known yet
 */
public record Bound(Figure figure, OptionalDouble required, OptionalDouble measured, boolean met) {
    /** What is bounded, under the name that it has in the policy's file where it stands there. */
    public enum Figure {
        /** So much of the past judges, at least. */
        OVER("over", "Seconds"),
        /** How far the model is off what was seen, at most. */
        REPRODUCTION("reproduction", "ErrorShare"),
        /** Of the requests, at most. */
        VIOLATIONS("violations", "Share"),
        /** Of the replica-hours that were really taken, at most. */
        REPLICA_HOURS("replicaHours", "Share");

        private final String label;
        private final String unit;

        Figure(String label, String unit) {
            this.label = label;
            this.unit = unit;
        }

        /** As programs know it. */
        public String label() {
            return label;
        }

        /** What ends the name of a number of it. */
        public String unit() {
            return unit;
        }
    }

    /** One that is met by what is as large, or larger. */
    public static Bound least(Figure figure, OptionalDouble required, OptionalDouble measured) {
        return new Bound(figure, required, measured, isAtMost(required, measured));
    }

    /** One that is met by what is as large, or smaller. */
    public static Bound most(Figure figure, OptionalDouble required, OptionalDouble measured) {
        return new Bound(figure, required, measured, isAtMost(measured, required));
    }

    private static boolean isAtMost(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent() && one.getAsDouble() <= other.getAsDouble();
    }
}
