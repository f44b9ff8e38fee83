// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import dev.plimsoll.sim.baseline.hpa.PodGroup.Phase;
import dev.plimsoll.sim.baseline.hpa.PodGroup.Ready;
import dev.plimsoll.sim.baseline.hpa.Recommendation.Failed;
import dev.plimsoll.sim.baseline.hpa.Recommendation.Failure;
import dev.plimsoll.sim.baseline.hpa.Recommendation.Replicas;
import dev.plimsoll.sim.baseline.number.Whole;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The replicas that values of objects and external metrics ask for. As a {@code value} the ratio to
 * the target multiplies the running, ready pods, or is itself the answer while there is no replica;
 * as an {@code averageValue} the value is shared out. Upstream: {@code ReplicaCalculator}.
 * Immutable.
 */
record ValueReplicas(long targetMilli, Tolerances tolerances) {
    /** An object's or an external metric's {@code value}, at {@code current} replicas asked for. */
    Recommendation ofValue(int current, long usageMilli, List<PodGroup> pods) {
        double ratio = (double) usageMilli / targetMilli;
        if (current == 0) {
            return replicas(Whole.int32(Math.ceil(ratio)), usageMilli);
        }
        if (tolerances.include(ratio)) {
            return replicas(current, usageMilli);
        }
        return pods.isEmpty()
                ? new Failed(Failure.NO_PODS)
                : replicas(ceilAtMost(ratio * readyPods(pods)), usageMilli);
    }

    /** An object's {@code averageValue}, at {@code current} replicas there are. */
    Recommendation ofObjectAverage(int current, long usageMilli) {
        int replicas =
                isTolerable(current, usageMilli)
                        ? current
                        : Whole.int32(Math.ceil(perTarget(usageMilli)));
        return replicas(replicas, average(current, usageMilli));
    }

    /** An external metric's {@code averageValue}, at {@code current} replicas there are. */
    Recommendation ofExternalAverage(int current, long usageMilli) {
        int replicas =
                isTolerable(current, usageMilli) ? current : ceilAtMost(perTarget(usageMilli));
        OptionalLong average =
                (double) usageMilli >= 0x1p63
                        ? OptionalLong.of(Long.MAX_VALUE)
                        : average(current, usageMilli);
        return replicas(replicas, average);
    }

    /** What an external metric's values come to as a {@code value}: at most the largest number. */
    static long sum(List<Long> valuesMilli) {
        long sum = 0;
        for (long value : valuesMilli) {
            if (value > 0 && sum > Long.MAX_VALUE - value) {
                return Long.MAX_VALUE;
            }
            sum += value;
        }
        return sum;
    }

    /** The same for an {@code averageValue}: a sum below 0 is taken for an overflow. */
    static long sumToShare(List<Long> valuesMilli) {
        long sum = 0;
        for (long value : valuesMilli) {
            sum += value;
            if (sum < 0) {
                return Long.MAX_VALUE;
            }
        }
        return sum;
    }

    private boolean isTolerable(int current, long usageMilli) {
        return tolerances.include((double) usageMilli / ((double) targetMilli * current));
    }

    private double perTarget(long usageMilli) {
        return (double) usageMilli / targetMilli;
    }

    /** The ceiling, but no more than the largest number. */
    private static int ceilAtMost(double value) {
        return value > Integer.MAX_VALUE ? Integer.MAX_VALUE : Whole.int32(Math.ceil(value));
    }

    /** Divided among none, it is none. */
    private static OptionalLong average(int current, long usageMilli) {
        return current == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Whole.int64(Math.ceil((double) usageMilli / current)));
    }

    /** Deleted ones too. */
    private static long readyPods(List<PodGroup> pods) {
        long ready = 0;
        for (PodGroup group : pods) {
            boolean counts =
                    group.state().phase() == Phase.RUNNING && group.state().ready() == Ready.TRUE;
            ready += counts ? group.count() : 0;
        }
        return ready;
    }

    private static Replicas replicas(int count, long usageMilli) {
        return replicas(count, OptionalLong.of(usageMilli));
    }

    private static Replicas replicas(int count, OptionalLong usageMilli) {
        return new Replicas(count, usageMilli, OptionalInt.empty());
    }
}
