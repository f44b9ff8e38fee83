// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/**
 * Buckets of a histogram, each wider than the one before by the same ratio r. With the first one s
 * wide:
 *
 * <pre>
 * start(n) = s·(r^n − 1) / (r − 1)      bucket(v) = ⌊log_r(v·(r − 1)/s + 1)⌋
 * </pre>
 *
 * <p>What lies above the last bucket's start is in it, what is below the first one's size in that.
 * A bucket that weighs less than epsilon counts as empty.
 *
 * <p>Source: {@code pkg/recommender/util/histogram_options.go}. Immutable.
 */
record ExponentialBuckets(int count, double firstSize, double ratio, double epsilon) {
    ExponentialBuckets {
        if (count < 1 || !(firstSize > 0) || !(ratio > 1) || !(epsilon > 0)) {
            throw new IllegalArgumentException(
                    ("%d buckets, first size %s, ratio %s, epsilon %s:"
                                    + " give at least 1, above 0, above 1 and above 0")
                            .formatted(count, firstSize, ratio, epsilon));
        }
    }

    /** As many buckets as it takes for the last one to start at {@code max} or above. */
    static ExponentialBuckets reaching(double max, double firstSize, double ratio, double epsilon) {
        int before = (int) Math.ceil(place(max, firstSize, ratio));
        return new ExponentialBuckets(before + 1, firstSize, ratio, epsilon);
    }

    int bucketOf(double value) {
        return value < firstSize ? 0 : Math.min((int) place(value, firstSize, ratio), count - 1);
    }

    double startOf(int bucket) {
        return bucket == 0 ? 0 : firstSize * (IntegerPower.of(ratio, bucket) - 1) / (ratio - 1);
    }

    private static double place(double value, double firstSize, double ratio) {
        return StrictMath.log(value * (ratio - 1) / firstSize + 1) / StrictMath.log(ratio);
    }
}
