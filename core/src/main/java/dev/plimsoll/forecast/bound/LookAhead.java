// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.forecast.ensemble.ForecastModel;

/** Whose word on the demand of the look-ahead a policy decides on. */
public sealed interface LookAhead {
    LookAhead NONE = new None();
    LookAhead LEAST_COST = new LeastCost();

    /** Nobody's: the policy does not look ahead. */
    record None() implements LookAhead {}

    /** The forecaster and the margin that would have cost least of late. */
    record LeastCost() implements LookAhead {}

    /** One forecaster's. */
    record By(ForecastModel model) implements LookAhead {}
}
