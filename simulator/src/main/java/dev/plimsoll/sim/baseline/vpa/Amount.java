// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/**
 * An amount of one resource: millicores of CPU, or bytes of memory. Whole, because upstream's are:
 * each conversion from a fraction cuts off, and ends at {@link #MAX}. A sum may exceed it, as
 * there.
 *
 * <p>Source: {@code pkg/recommender/model/types.go}. Immutable.
 *
 * @param units millicores or bytes, at least 0
 */
public record Amount(long units) implements Comparable<Amount> {
    public static final Amount ZERO = new Amount(0);

    /** The most that a conversion gives. */
    public static final Amount MAX = new Amount(100_000_000_000_000L);

    private static final double MILLICORES = 1000;
    private static final double NANOCORES = 1e9;

    public Amount {
        if (units < 0) {
            throw new IllegalArgumentException(
                    "units %d: an amount of a resource is at least 0".formatted(units));
        }
    }

    /** Millicores of so many cores, cut off. */
    public static Amount ofCores(double cores) {
        return of(cores * MILLICORES);
    }

    /**
     * Millicores of a measurement, which a metrics server gives in whole nanocores, and of which
     * upstream's client begins the next millicore.
     */
    static Amount ofMeasuredCores(double cores) {
        return of(Math.ceil(Math.rint(cores * NANOCORES) / (NANOCORES / MILLICORES)));
    }

    /** Cut off, and between zero and {@link #MAX}; what is not a number becomes zero. */
    static Amount of(double units) {
        return new Amount((long) Math.clamp(units, 0, (double) MAX.units));
    }

    /** As cores, where it is an amount of CPU. */
    public double cores() {
        return units / MILLICORES;
    }

    Amount scaled(double factor) {
        return of(units * factor);
    }

    Amount plus(Amount other) {
        return new Amount(units + other.units);
    }

    Amount atLeast(Amount least) {
        return compareTo(least) < 0 ? least : this;
    }

    Amount atMost(Amount most) {
        return compareTo(most) > 0 ? most : this;
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(units, other.units);
    }
}
