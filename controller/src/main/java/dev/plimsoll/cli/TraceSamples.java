// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.calendar.CalendarEvent;
import dev.plimsoll.forecast.calendar.EventCalendar;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.workload.RegularSamples;
import dev.plimsoll.sim.workload.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A trace as forecasters take it, by equal steps, and the times of its samples. Immutable. */
final class TraceSamples {
    private static final int LONGEST = 10_000;

    /** Reports give times in whole milliseconds, and these are to be found again. */
    private static final double ROUNDING_SECONDS = 0.0005;

    private final Trace trace;
    private final RegularSeries series;

    TraceSamples(Trace trace) {
        this.trace = trace;
        this.series = RegularSamples.of(trace);
    }

    Trace trace() {
        return trace;
    }

    RegularSeries series() {
        return series;
    }

    double stepSeconds() {
        return trace.sampleSeconds();
    }

    /** Events by the samples that they fall on. */
    EventCalendar calendar(List<CalendarEvent> events) {
        Duration step = Duration.ofNanos(Math.round(stepSeconds() * 1e9));
        if (!step.equals(step.truncatedTo(ChronoUnit.MILLIS))) {
            throw new InvalidInputException(
                    trace.name(),
                    "sample step",
                    stepSeconds() + " s",
                    "with --events give samples at whole milliseconds");
        }
        return new EventCalendar(at(0), step, events);
    }

    /** The index of the last sample. */
    int last() {
        return series.size() - 1;
    }

    long missing() {
        return IntStream.range(0, series.size()).filter(i -> !series.isPresent(i)).count();
    }

    /** How many steps a horizon is, from 1 to {@value #LONGEST}. */
    int steps(Duration horizon) {
        long steps = Math.round(horizon.toMillis() / 1000.0 / stepSeconds());
        if (steps < 1 || steps > LONGEST) {
            throw new InvalidInputException(
                    "--horizon",
                    "duration",
                    DurationText.of(horizon),
                    "give 1 to %d samples of %s s".formatted(LONGEST, stepSeconds()));
        }
        return (int) steps;
    }

    /** When the first sample was taken, or is taken to have been. */
    Instant start() {
        return trace.start().orElse(BacktestSettings.Replay.DEFAULT.start());
    }

    /** The time of a step, counted from 0; those after the last sample are still to come. */
    Instant at(long step) {
        return after(step * stepSeconds());
    }

    /** The time of a sample as the trace has it, which may be a little off its step's. */
    Instant sampledAt(int step) {
        return series.isPresent(step) ? after(trace.time(row(step))) : at(step);
    }

    /** Whether the sample of a step was taken so many seconds after the first. */
    boolean isSampledAt(int step, double seconds) {
        return Math.abs(trace.time(row(step)) - seconds) <= ROUNDING_SECONDS;
    }

    /**
     * The newest sample at or before so many seconds after the first; empty if there is none. Where
     * two rows are one sample, it is there from the later on.
     */
    OptionalInt newestAt(double seconds) {
        int row = lastRow(candidate -> trace.time(candidate) <= seconds + ROUNDING_SECONDS);
        while (row >= 0 && row < trace.size() - 1 && step(row) == step(row + 1)) {
            row--;
        }
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(step(row));
    }

    private Instant after(double seconds) {
        return start().plusMillis(Math.round(seconds * 1000));
    }

    private int row(int step) {
        return lastRow(candidate -> step(candidate) <= step);
    }

    private int step(int row) {
        return (int) Math.round(trace.time(row) / stepSeconds());
    }

    /** The last row of which something holds that holds of none after one it does not hold of. */
    private int lastRow(IntPredicate holds) {
        int low = -1;
        int high = trace.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (holds.test(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
