// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.score.Regret;
import java.util.Collection;

/**
 * Where something stands among fronts: means over cases.
 *
 * @param hours replica-hours over the oracle's
 * @param violations share of requests
 */
record Spot(double hours, double violations) {
    /** The mean of at least one run. */
    static Spot mean(Collection<Replayed> runs) {
        double hours = runs.stream().map(Replayed::scored).mapToDouble(Regret::relativeHours).sum();
        double violations =
                runs.stream().map(Replayed::scored).mapToDouble(Regret::sloViolationRatio).sum();
        return new Spot(hours / runs.size(), violations / runs.size());
    }
}
