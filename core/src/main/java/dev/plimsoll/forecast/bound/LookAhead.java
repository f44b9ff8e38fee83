// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.forecast.ensemble.ForecastModel;
import dev.plimsoll.model.Workload;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whose word on the demand of the look-ahead a policy decides on. */
public sealed interface LookAhead {
    LookAhead NONE = new None();
    LeastCost LEAST_COST = new LeastCost(UsualPanel::new, EnumSet.noneOf(Part.class));

    /** Makes what a policy for this workload looks ahead with; empty where it does not. */
    Optional<BoundSource> create(Workload workload);

    /** Nobody's: the policy does not look ahead. */
    record None() implements LookAhead {
        @Override
        public Optional<BoundSource> create(Workload workload) {
            return Optional.empty();
        }
    }

    /**
     * The number and the hold that are expected to cost least.
     *
     * @param panel makes who is heard, for a series with a sample in each of these intervals
     * @param without what is left out
     */
    record LeastCost(Function<Duration, Panel> panel, Set<Part> without) implements LookAhead {
        public LeastCost {
            without =
                    Collections.unmodifiableSet(
                            without.isEmpty()
                                    ? EnumSet.noneOf(Part.class)
                                    : EnumSet.copyOf(without));
        }

        public boolean has(Part part) {
            return !without.contains(part);
        }

        @Override
        public Optional<BoundSource> create(Workload workload) {
            Duration interval = workload.cadence().metricsInterval();
            return Optional.of(
                    new LookaheadBound(
                            panel.apply(interval), this, interval, workload.violationCost()));
        }
    }

    /** One forecaster's. */
    record By(ForecastModel model) implements LookAhead {
        @Override
        public Optional<BoundSource> create(Workload workload) {
            Duration interval = workload.cadence().metricsInterval();
            return Optional.of(new SingleForecast(model.every(interval)));
        }
    }
}
