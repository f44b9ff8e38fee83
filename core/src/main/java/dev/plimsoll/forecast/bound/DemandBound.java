// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** What is known of the demand over a look-ahead. */
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
     * What forecasts say, without a margin.
     *
     * @param forecaster who has the most say
     * @param demand per second: the largest within the look-ahead; in an {@link Upper}, at its end
     * @param samplesAhead where the look-ahead ends
     */
    record Expected(String forecaster, double demand, int samplesAhead) implements DemandBound {}

    /**
     * The bound at which replicas and violations together are expected to cost least.
     *
     * @param expected at the look-ahead's end
     * @param upper demand per second that is worth holding replicas for
     * @param odds what was weighed
     * @param holdSamples for how many samples, this one included, the largest bound is to be kept
     * @param trust whether the forecasts may be acted on
     */
    record Upper(Expected expected, double upper, Odds odds, int holdSamples, Trust trust)
            implements DemandBound {
        @Override
        public String forecaster() {
            return expected.forecaster;
        }
    }

    /**
     * What was weighed.
     *
     * @param missChance chance that demand exceeds the bound
     * @param violationCost what that would cost for each replica that is needed, in replicas held
     *     as long
     */
    record Odds(double missChance, double violationCost) {}

    /** Writes one; {@link #restore} reads it. */
    static void save(DemandBound saved, StateWriter out) {
        switch (saved) {
            case None _ -> out.putInt(0);
            case Expected expected -> {
                out.putInt(1);
                save(expected, out);
            }
            case Upper bound -> {
                out.putInt(2);
                save(bound.expected, out);
                out.putDouble(bound.upper)
                        .putDouble(bound.odds.missChance)
                        .putDouble(bound.odds.violationCost)
                        .putInt(bound.holdSamples)
                        .putString(bound.trust.name());
            }
        }
    }

    private static void save(Expected expected, StateWriter out) {
        out.putString(expected.forecaster).putDouble(expected.demand).putInt(expected.samplesAhead);
    }

    static DemandBound restore(StateReader in) {
        return switch (in.getInt()) {
            case 0 -> NONE;
            case 1 -> expected(in);
            case 2 ->
                    new Upper(
                            expected(in),
                            in.getDouble(),
                            new Odds(in.getDouble(), in.getDouble()),
                            in.getInt(),
                            Trust.valueOf(in.getString()));
            default -> throw new IllegalArgumentException("no bound is of this kind");
        };
    }

    private static Expected expected(StateReader in) {
        return new Expected(in.getString(), in.getDouble(), in.getInt());
    }
}
