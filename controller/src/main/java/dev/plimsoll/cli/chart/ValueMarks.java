// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Round values to mark on an axis: multiples of 1, 2 or 5 times a power of ten. */
public final class ValueMarks {
    private static final double LARGEST_PLAIN = 1e15;
    private static final double LEAST_PLAIN = 1e-3;

    /** Beyond it multiples of a step are no longer exact. */
    private static final double MOST_STEPS = 1e12;

    private final double step;
    private final double largest;

    private ValueMarks(double step, double largest) {
        this.step = step;
        this.largest = largest;
    }

    /** At most {@code most} and one between two values, of which the first is at least 0. */
    public static List<Mark> between(double low, double high, int most) {
        double step = step((high - low) / most);
        if (!(step >= Double.MIN_NORMAL && high / step <= MOST_STEPS)) {
            throw new IllegalArgumentException(
                    "no round values can be told apart from %s to %s".formatted(low, high));
        }
        ValueMarks marks = new ValueMarks(step, high);
        long first = (long) Math.ceil(low / step);
        long last = (long) Math.floor(high / step);
        return LongStream.rangeClosed(first, last)
                .mapToObj(count -> new Mark(count * step, marks.label(count * step)))
                .toList();
    }

    private static double step(double least) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        double factor = least / power;
        return power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }

    private String label(double value) {
        if (value == 0) {
            return "0";
        }
        if (largest >= LARGEST_PLAIN || largest < LEAST_PLAIN) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        Unit unit = Unit.of(largest);
        int digits = (int) Math.ceil(-StrictMath.log10(step / unit.size) - 1e-9);
        return BigDecimal.valueOf(value / unit.size)
                        .setScale(Math.max(0, digits), RoundingMode.HALF_EVEN)
                        .toPlainString()
                + unit.suffix;
    }

    /** The largest first. */
    private enum Unit {
        TERA("T", 1e12),
        GIGA("G", 1e9),
        MEGA("M", 1e6),
        KILO("k", 1e3),
        ONE("", 1);

        /** So that four digits are written out. */
        private static final double LEAST_OF_KILO = 1e4;

        private final String suffix;
        private final double size;

        Unit(String suffix, double size) {
            this.suffix = suffix;
            this.size = size;
        }

        static Unit of(double largest) {
            for (Unit unit : values()) {
                if (largest >= Math.max(unit.size, LEAST_OF_KILO)) {
                    return unit;
                }
            }
            return ONE;
        }
    }
}
