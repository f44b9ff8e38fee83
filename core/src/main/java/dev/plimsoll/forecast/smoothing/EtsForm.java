// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * One member of the ETS family: how the error, the trend and the season of a series go together.
 * The trend is never multiplicative, because such trends explode over a long horizon.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing: The State
 * Space Approach (2008), section 2.5, tables 2.2 and 2.3.
 */
public record EtsForm(ErrorKind error, TrendKind trend, SeasonKind season) {
    /** Whether a sample is off by a quantity or by a share of what was expected. */
    public enum ErrorKind {
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String label;

        ErrorKind(String label) {
            this.label = label;
        }
    }

    /** What the level does by itself. */
    public enum TrendKind {
        NONE("N", 0),
        ADDITIVE("A", 1),
        DAMPED("Ad", 2);

        private final String label;
        private final int parameters;

        TrendKind(String label, int parameters) {
            this.label = label;
            this.parameters = parameters;
        }
    }

    /** How the season joins the level. */
    public enum SeasonKind {
        NONE("N"),
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String label;

        SeasonKind(String label) {
            this.label = label;
        }
    }

    /** All forms, simple before complex. */
    static List<EtsForm> all() {
        List<EtsForm> forms = new ArrayList<>();
        for (SeasonKind season : SeasonKind.values()) {
            for (TrendKind trend : TrendKind.values()) {
                for (ErrorKind error : ErrorKind.values()) {
                    forms.add(new EtsForm(error, trend, season));
                }
            }
        }
        return forms;
    }

    /** Whether it needs samples that are clearly above 0. */
    boolean needsPositive() {
        return error == ErrorKind.MULTIPLICATIVE || season == SeasonKind.MULTIPLICATIVE;
    }

    boolean isSeasonal() {
        return season != SeasonKind.NONE;
    }

    boolean hasTrend() {
        return trend != TrendKind.NONE;
    }

    boolean isDamped() {
        return trend == TrendKind.DAMPED;
    }

    /** Whether its trend never ends. */
    boolean isEndless() {
        return trend == TrendKind.ADDITIVE;
    }

    /** The number of its smoothing parameters: alpha, and beta, phi and gamma where they apply. */
    int smoothingParameters() {
        return 1 + trend.parameters + (isSeasonal() ? 1 : 0);
    }

    /** All that is estimated: the smoothing, the initial states, and the variance of the error. */
    int degreesOfFreedom(int period) {
        int states = 1 + (hasTrend() ? 1 : 0) + (isSeasonal() ? period - 1 : 0);
        return smoothingParameters() + states + 1;
    }

    void save(StateWriter out) {
        out.putString(toString());
    }

    static EtsForm restore(StateReader in) {
        String name = in.getString();
        return all().stream()
                .filter(form -> form.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "state has the form '%s', which is none of %s".formatted(name, all()));
    }

    /** The usual short form, such as {@code ETS(A,Ad,N)}. */
    @Override
    public String toString() {
        return "ETS(%s,%s,%s)".formatted(error.label, trend.label, season.label);
    }
}
