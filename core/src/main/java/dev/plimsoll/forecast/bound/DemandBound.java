// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** An upper bound of the demand over a look-ahead. */
public sealed interface DemandBound {
    DemandBound NONE = new None();

    /** Who has the most say; empty where nobody has. */
    String forecaster();

    /** No forecast is made, or nothing has been observed yet. */
    record None() implements DemandBound {
        @Override
        public String forecaster() {
            return "";
        }
    }

    /**
     * The bound at which replicas and violations together are expected to cost least.
     *
     * @param upper demand per second that is worth holding replicas for
     * @param expected demand per second that is expected at the look-ahead's end
     * @param forecaster who has the most say
     * @param missChance chance that demand exceeds the bound
     * @param holdSamples for how many samples, this one included, the largest bound is to be kept
     * @param trusted whether the forecast may be acted on
     */
    record Upper(
            double upper,
            double expected,
            String forecaster,
            double missChance,
            int holdSamples,
            boolean trusted)
            implements DemandBound {
        /** One forecaster's word, without margin or hold. */
        static Upper of(double expected, String forecaster) {
            return new Upper(expected, expected, forecaster, 0.5, 1, true);
        }
    }

    /** Writes one; {@link #restore} reads it. */
    static void save(DemandBound saved, StateWriter out) {
        switch (saved) {
            case None _ -> out.putString("");
            case Upper bound ->
                    out.putString(bound.forecaster)
                            .putDouble(bound.upper)
                            .putDouble(bound.expected)
                            .putDouble(bound.missChance)
                            .putInt(bound.holdSamples)
                            .putInt(bound.trusted ? 1 : 0);
        }
    }

    static DemandBound restore(StateReader in) {
        String forecaster = in.getString();
        return forecaster.isEmpty()
                ? NONE
                : new Upper(
                        in.getDouble(),
                        in.getDouble(),
                        forecaster,
                        in.getDouble(),
                        in.getInt(),
                        in.getInt() == 1);
    }
}
