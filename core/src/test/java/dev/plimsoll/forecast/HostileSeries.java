// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * Seeded series that break models: of each {@link Kind} as many as of any other, from 0 to 400
 * samples, a third of them with gaps strewn in.
 */
public final class HostileSeries {
    private static final int LONGEST = 400;
    private static final int PERIOD = 12;

    /** What is hostile about a series. */
    public enum Kind {
        CONSTANT,
        ZERO,
        ONE_POINT,
        TWO_POINTS,
        MISSING,
        BILLIONS,
        ALTERNATING,
        SATURATED,
        SPIKES,
        STEP,
        LONG_GAPS,
        TINY,
        HUGE,
        INTERMITTENT,
        SEASONAL,
        COLLAPSE,
        DOUBLING,
        LINE
    }

    private HostileSeries() {}

    /** The kind of the series of a seed. */
    public static Kind kind(long seed) {
        return Kind.values()[(int) Math.floorMod(seed, (long) Kind.values().length)];
    }

    public static RegularSeries of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Kind kind = kind(seed);
        double[] values = new double[size(kind, random)];
        IntToDoubleFunction sample = samples(kind, random, Math.max(1, values.length));
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, sample.applyAsDouble(i));
        }
        return new RegularSeries(values, absent(kind, random, values.length));
    }

    private static int size(Kind kind, SplittableRandom random) {
        return switch (kind) {
            case ONE_POINT -> 1;
            case TWO_POINTS -> 2;
            default -> random.nextInt(LONGEST + 1);
        };
    }

    private static IntToDoubleFunction samples(Kind kind, SplittableRandom random, int size) {
        double scale = StrictMath.pow(10, random.nextInt(-3, 7));
        int turn = random.nextInt(size);
        return switch (kind) {
            case CONSTANT, ONE_POINT, MISSING -> i -> scale;
            case ZERO -> i -> 0;
            case TWO_POINTS, LONG_GAPS -> i -> scale * random.nextDouble();
            case BILLIONS -> i -> 1e9 * (1 + 0.3 * random.nextGaussian());
            case ALTERNATING -> i -> i % 2 == turn % 2 ? scale : 0;
            case SATURATED -> i -> Math.min(100, 110 + 20 * random.nextGaussian());
            case SPIKES -> i -> random.nextInt(20) == 0 ? 1e9 * random.nextDouble() : scale;
            case STEP -> i -> (i < turn ? 1 : 1e4) * scale * random.nextDouble(0.9, 1.1);
            case TINY -> i -> 1e-300 * random.nextDouble();
            case HUGE -> i -> 1e100 * random.nextDouble(0.1, 1.1);
            case INTERMITTENT -> i -> random.nextInt(8) == 0 ? random.nextInt(1, 5) : 0;
            case SEASONAL -> i -> scale * (wave(i) + 0.1 * random.nextGaussian());
            case COLLAPSE -> i -> i < turn ? scale * wave(i) : 0;
            case DOUBLING -> i -> StrictMath.pow(2, i);
            case LINE -> i -> scale * (turn % 2 == 0 ? i : size - i);
        };
    }

    private static double wave(int i) {
        return 2 + StrictMath.sin(2 * Math.PI * i / PERIOD);
    }

    private static BitSet absent(Kind kind, SplittableRandom random, int size) {
        BitSet absent = new BitSet();
        switch (kind) {
            case MISSING -> absent.set(0, size);
            case LONG_GAPS -> strew(absent, random, size, size / 4 + 1);
            default -> {
                if (random.nextInt(3) == 0) {
                    strew(absent, random, size, 5);
                }
            }
        }
        return absent;
    }

    private static void strew(BitSet absent, SplittableRandom random, int size, int longest) {
        for (int i = random.nextInt(longest + 1);
                i < size;
                i += random.nextInt(1, 2 * longest + 1)) {
            absent.set(i, Math.min(size, i + random.nextInt(1, longest + 1)));
        }
    }
}
