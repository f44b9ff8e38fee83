// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

/** The preconditions that every forecaster shares. */
public final class Checks {
    /** Beyond any real quantity, and small enough that no sum of samples overflows a float. */
    public static final double LARGEST = 1e30;

    /** The least damping: beyond it a trend would hardly ever end. */
    public static final double MOST_PHI = 0.999;

    private Checks() {}

    /** A smoothing constant between 0 and {@code most}. */
    public static void share(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s, must be between 0 and %s".formatted(name, value, most));
        }
    }

    /** A sample: finite, at least 0, and cut at {@link #LARGEST}. */
    public static double sample(double value) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "sample %s is not a finite quantity of at least 0; report an absent sample as a gap"
                            .formatted(value));
        }
        return Math.min(value, LARGEST);
    }

    public static int steps(int steps) {
        return atLeast(1, steps, "steps");
    }

    public static int atLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "%s is %d, must be at least %d".formatted(what, value, least));
        }
        return value;
    }

    /** Refuses state that was written under other settings. */
    public static void same(int expected, int found, String what) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    "state has %s of %d, these settings want %d".formatted(what, found, expected));
        }
    }

    /** Refuses state whose index or counter cannot be. */
    public static long within(long least, long most, long found, String what) {
        if (found < least || found > most) {
            throw new IllegalArgumentException(
                    "state has %s of %d, must be between %d and %d"
                            .formatted(what, found, least, most));
        }
        return found;
    }
}
