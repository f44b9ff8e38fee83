// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/**
 * How much weight of samples fell into each bucket. A percentile is the end of the bucket in which
 * it lies, or the start of the last one; of an empty histogram it is zero.
 *
 * <p>The lightest and the heaviest value are followed only loosely, as upstream does: a bucket
 * whose weight stays below epsilon does not widen the range, one that falls below it narrows the
 * range only at its ends, and its rest of a weight stays in the total. This shows in percentiles.
 *
 * <p>Source: {@code pkg/recommender/util/histogram.go}. Not thread-safe.
 */
final class Histogram {
    private final ExponentialBuckets buckets;
    private final double[] weights;
    private double total;
    private int lowest;
    private int highest;

    Histogram(ExponentialBuckets buckets) {
        this.buckets = buckets;
        this.weights = new double[buckets.count()];
        this.lowest = last();
    }

    void add(double value, double weight) {
        int bucket = buckets.bucketOf(value);
        weights[bucket] += weight;
        total += weight;
        if (!isEmpty(bucket)) {
            lowest = Math.min(lowest, bucket);
            highest = Math.max(highest, bucket);
        }
    }

    void subtract(double value, double weight) {
        int bucket = buckets.bucketOf(value);
        total = withoutDust(total - weight);
        weights[bucket] = withoutDust(weights[bucket] - weight);
        narrow();
    }

    private double withoutDust(double weight) {
        return weight < buckets.epsilon() ? 0 : weight;
    }

    /** Adds all that is in another histogram of the same buckets. */
    void merge(Histogram other) {
        if (!buckets.equals(other.buckets)) {
            throw new IllegalArgumentException(
                    "histograms of %s and of %s: give both the same buckets"
                            .formatted(buckets, other.buckets));
        }
        for (int bucket = other.lowest; bucket <= other.highest; bucket++) {
            weights[bucket] += other.weights[bucket];
        }
        total += other.total;
        lowest = Math.min(lowest, other.lowest);
        highest = Math.max(highest, other.highest);
    }

    void scale(double factor) {
        for (int bucket = lowest; bucket <= highest; bucket++) {
            weights[bucket] *= factor;
        }
        total *= factor;
        narrow();
    }

    private void narrow() {
        while (isEmpty(lowest) && lowest < last()) {
            lowest++;
        }
        while (isEmpty(highest) && highest > 0) {
            highest--;
        }
    }

    /** The value below which this share of the weight lies. */
    double percentile(double share) {
        return isEmpty() ? 0 : buckets.startOf(Math.min(bucketAt(share * total) + 1, last()));
    }

    private int bucketAt(double threshold) {
        double sum = 0;
        for (int bucket = lowest; bucket < highest; bucket++) {
            sum += weights[bucket];
            if (sum >= threshold) {
                return bucket;
            }
        }
        return Math.max(lowest, highest);
    }

    boolean isEmpty() {
        return isEmpty(lowest);
    }

    double total() {
        return total;
    }

    private boolean isEmpty(int bucket) {
        return weights[bucket] < buckets.epsilon();
    }

    private int last() {
        return weights.length - 1;
    }
}
