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

    /**
     * The seconds until an overload that ended as the phase began is over; absent for other phases,
     * and where the next overload comes first.
     */
    OptionalDouble after(int phase) {
        int begin = profile.begin(phase);
        int end = profile.phases().get(phase).isAftermath() ? nextOverload(phase) : begin;
        for (int second = begin; second < end; second++) {
            double mean = seconds.get(second).meanMs().orElse(Double.POSITIVE_INFINITY);
            double bound = BACK * steadyMs(second);
            if (mean <= bound) {
                return OptionalDouble.of(crossing(begin, second, mean, bound));
            }
        }
        return OptionalDouble.empty();
    }

    /** The second at which the next overload begins, or the run ends. */
    private int nextOverload(int phase) {
        int next = phase;
        while (next < profile.phases().size() && !profile.phases().get(next).isOverload()) {
            next++;
        }
        return profile.begin(next);
    }

    private double steadyMs(int second) {
        double load = profile.at(second).load();
        return 1000 * setup.station().meanResponse(load);
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
