// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import dev.plimsoll.forecast.HorizonAccuracy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How a model did on a trace at a horizon. */
record Pair(Course course, Horizon horizon, String model, HorizonAccuracy accuracy, Cost cost) {
    /** The pairs of a model and a course: one accuracy for each of its horizons, in their order. */
    static List<Pair> all(
            Course course, String model, List<HorizonAccuracy> accuracies, Cost cost) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < accuracies.size(); i++) {
            pairs.add(new Pair(course, course.horizons().get(i), model, accuracies.get(i), cost));
        }
        return pairs;
    }

    /** Where it was measured, apart from the model. */
    Cell cell() {
        return new Cell(course.trace(), horizon);
    }

    /** The judgement of this pair alone. */
    boolean isWithinAllowance() {
        OptionalDouble coverage = accuracy.coverage90();
        return coverage.isPresent()
                && Allowance.of(accuracy.disjointWindows()).includes(coverage.getAsDouble());
    }

    /** A trace and a horizon. */
    record Cell(String trace, Horizon horizon) {}
}
