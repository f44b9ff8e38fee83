// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.smoothing.EtsForm.SeasonKind;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * A season that does not change: one number per phase, taken from samples and put back into
 * forecasts. Nobody writes to its array.
 */
final class SeasonalIndex {
    private final SeasonKind kind;
    private final double[] phases;

    private SeasonalIndex(SeasonKind kind, double[] phases) {
        this.kind = kind;
        this.phases = phases;
    }

    /** No season at all. */
    static SeasonalIndex none() {
        return new SeasonalIndex(SeasonKind.NONE, new double[0]);
    }

    /** The season of values that span at least two periods. */
    static SeasonalIndex of(SeasonKind kind, double[] values, int period) {
        return switch (kind) {
            case NONE -> none();
            case ADDITIVE -> new SeasonalIndex(kind, ClassicalSeason.additive(values, period));
            case MULTIPLICATIVE ->
                    new SeasonalIndex(kind, ClassicalSeason.multiplicative(values, period));
        };
    }

    /** The differences or factors, one per phase; empty without a season. */
    double[] phases() {
        return phases;
    }

    /** A sample without its season. */
    double remove(double value, long index) {
        return switch (kind) {
            case NONE -> value;
            case ADDITIVE -> value - at(index);
            case MULTIPLICATIVE -> value / at(index);
        };
    }

    /** A level with its season. */
    double apply(double value, long index) {
        return switch (kind) {
            case NONE -> value;
            case ADDITIVE -> value + at(index);
            case MULTIPLICATIVE -> value * at(index);
        };
    }

    private double at(long index) {
        return phases[(int) (index % phases.length)];
    }

    /** The first values, at most so many, without their season. */
    double[] remove(double[] values, int most) {
        double[] adjusted = new double[Math.min(most, values.length)];
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = remove(values[i], i);
        }
        return adjusted;
    }

    /** The same season of samples in another unit. */
    SeasonalIndex scaled(double factor) {
        double[] scaled = phases.clone();
        for (int i = 0; i < scaled.length && kind == SeasonKind.ADDITIVE; i++) {
            scaled[i] *= factor;
        }
        return new SeasonalIndex(kind, scaled);
    }

    void save(StateWriter out) {
        out.putInt(kind == SeasonKind.MULTIPLICATIVE ? 1 : 0).putDoubles(phases);
    }

    /** The season that {@link #save} wrote, of so many samples if it is one. */
    static SeasonalIndex restore(StateReader in, int period) {
        boolean factors = in.getInt() == 1;
        double[] phases = in.getDoubles();
        if (phases.length == 0) {
            return none();
        }
        Checks.same(period, phases.length, "a period");
        return new SeasonalIndex(factors ? SeasonKind.MULTIPLICATIVE : SeasonKind.ADDITIVE, phases);
    }
}
