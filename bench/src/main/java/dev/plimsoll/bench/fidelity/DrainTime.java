// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How long an overload is felt: from its end until the mean latency of a second's arrivals is back
 * within twice what the load then costs in equilibrium. Between the middles of two seconds the
 * instant is interpolated. Immutable.
 */
final class DrainTime {
    private static final double BACK = 2;

    private final Profile profile;
    private final Setup setup;
    private final List<Second> seconds;

    DrainTime(Profile profile, Setup setup, List<Second> seconds) {
        this.profile = profile;
        this.setup = setup;
        this.seconds = seconds;
    }

    /** The seconds that an aftermath takes; absent for other phases, and where it takes longer. */
    OptionalDouble after(int phase) {
        int begin = profile.begin(phase);
        double bound = BACK * steadyMs(profile.phases().get(phase));
        for (int second = begin; isSearched(phase, second); second++) {
            double mean = seconds.get(second).meanMs().orElse(Double.POSITIVE_INFINITY);
            if (mean <= bound) {
                return OptionalDouble.of(crossing(begin, second, mean, bound));
            }
        }
        return OptionalDouble.empty();
    }

    private boolean isSearched(int phase, int second) {
        return profile.phases().get(phase).isAftermath() && second < profile.end(phase);
    }

    private double steadyMs(Phase phase) {
        return 1000 * setup.station().meanResponse(phase.load());
    }

    private double crossing(int begin, int second, double mean, double bound) {
        if (second == begin) {
            return 0;
        }
        double before = seconds.get(second - 1).meanMs().orElse(bound);
        double back = before > bound ? (bound - mean) / (before - mean) : 0;
        return second + 0.5 - back - begin;
    }
}
