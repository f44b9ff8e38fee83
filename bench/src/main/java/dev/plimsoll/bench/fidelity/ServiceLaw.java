// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How the service times of requests are distributed around their mean. */
enum ServiceLaw {
    EXPONENTIAL {
        @Override
        double factor(double share) {
            return -StrictMath.log1p(-share);
        }
    },
    DETERMINISTIC {
        @Override
        double factor(double share) {
            return 1;
        }
    };

    /** The multiple of the mean that this share of service times stays within. */
    abstract double factor(double share);

    /**
     * The service times of so many requests: the middles of as many equally likely parts of the
     * distribution, in random order, so that chance does not move their sum.
     */
    long[] nanos(int requests, double meanSeconds, SplittableRandom random) {
        long[] nanos = new long[requests];
        Arrays.setAll(
                nanos, part -> Math.round(factor((part + 0.5) / requests) * meanSeconds * 1e9));
        for (int left = requests; left > 1; left--) {
            swap(nanos, left - 1, random.nextInt(left));
        }
        return nanos;
    }

    private static void swap(long[] values, int one, int other) {
        long value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
