// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.forecast.bound.Panel;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The last value, and beside it a forecast that is wrong on purpose: to see what a policy does when
 * its forecasts fail. Not thread-safe.
 */
final class WrongForecasts implements Panel {
    private static final List<String> NAMES = List.of("last value", "wrong forecast");

    /** In which way it is wrong. */
    enum Kind {
        /** Anything up to twice the largest value so far. */
        RANDOM,
        /** What was half a day before. */
        SHIFTED,
        /** Nothing at all. */
        ZERO,
        /** The first value, for ever. */
        STUCK,
        /** Ten times the last value. */
        TENFOLD,
        /** Nothing and twice the last value by turns. */
        ALTERNATING;

        static Optional<Kind> named(String name) {
            return Stream.of(values()).filter(kind -> kind.label().equals(name)).findFirst();
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final double[] halfDay;
    private long time = -1;
    private double first;
    private double last;
    private double largest;

    WrongForecasts(Kind kind, Duration interval) {
        this.kind = kind;
        this.halfDay = new double[(int) Math.max(1, Duration.ofHours(12).dividedBy(interval))];
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void observe(double demand) {
        double sample = Checks.sample(demand);
        first = time < 0 ? sample : first;
        last = sample;
        largest = Math.max(largest, sample);
        pass();
    }

    @Override
    public void observeGap() {
        pass();
    }

    private void pass() {
        time++;
        halfDay[slot(0)] = last;
    }

    @Override
    public void ahead(int steps, double[] opinions) {
        opinions[0] = last;
        opinions[1] =
                switch (kind) {
                    case RANDOM -> 2 * largest * new SplittableRandom(time).nextDouble();
                    case SHIFTED -> halfDay[slot(steps)];
                    case ZERO -> 0;
                    case STUCK -> first;
                    case TENFOLD -> 10 * last;
                    case ALTERNATING -> time % 2 == 0 ? 0 : 2 * last;
                };
    }

    private int slot(int ahead) {
        return (int) ((time + ahead) % halfDay.length);
    }

    @Override
    public void save(StateWriter out) {
        out.packDoubles(halfDay).putLong(time);
        out.putDouble(first).putDouble(last).putDouble(largest);
    }

    @Override
    public void restore(StateReader in) {
        in.unpackDoubles(halfDay);
        time = in.getLong();
        first = in.getDouble();
        last = in.getDouble();
        largest = in.getDouble();
    }
}
