// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An event that is under way: how far it departs from the occurrences before it. In each phase that
 * is the median of at most {@value #MOST_SAMPLES} samples spread over the phase; until the first of
 * them, what the phase before it ended with. Where there were occurrences before, m samples count m
 * / (m + 1). Logarithms of ratios. Not thread-safe.
 */
final class EventRun {
    private static final int MOST_SAMPLES = 15;

    private final EventSpan span;
    private final EventEffect past;
    private final double[] samples = new double[MOST_SAMPLES];
    private final double[] learned = new double[EventSpan.PHASES];
    private int learnedPhases;
    private int phase;
    private int size;
    private long seen;
    private double carried;

    /** One that begins; {@code past} is what the occurrences before it did. */
    EventRun(EventSpan span, EventEffect past) {
        this.span = span;
        this.past = past;
    }

    EventSpan span() {
        return span;
    }

    int occurrencesBefore() {
        return past.occurrences();
    }

    /** What the event is expected to do at a step of its span. */
    double logRatio(long step) {
        double expected = past.logRatio(span.phase(step));
        if (size == 0) {
            return expected + carried;
        }
        double share = past.occurrences() == 0 ? 1 : size / (size + 1.0);
        return expected + carried + share * (median() - carried);
    }

    /** What the event does at the newest step, all of what was seen being its doing. */
    double logRatioSeen(long step) {
        return past.logRatio(span.phase(step)) + departure();
    }

    private double departure() {
        return size == 0 ? carried : median();
    }

    private double median() {
        return EventEffect.median(Arrays.copyOf(samples, size));
    }

    /** Takes the effect that was seen at a step. */
    void take(long step, double logRatio) {
        if (span.phase(step) != phase) {
            turnTo(span.phase(step));
        }
        double expected = past.logRatio(phase);
        if (seen % span.stride(MOST_SAMPLES) == 0 && size < MOST_SAMPLES) {
            samples[size++] = logRatio - expected;
        }
        seen++;
        learned[phase] = expected + median();
        learnedPhases |= 1 << phase;
    }

    private void turnTo(int next) {
        carried = departure();
        phase = next;
        size = 0;
        seen = 0;
    }

    /**
     * Adds to the occurrences what was learned, if anything was; an unseen phase is like the one
     * nearest to it.
     */
    void teach() {
        if (learnedPhases != 0) {
            double[] whole = new double[EventSpan.PHASES];
            Arrays.setAll(whole, i -> learned[nearest(i)]);
            past.learn(whole);
        }
    }

    private int nearest(int wanted) {
        return IntStream.range(0, EventSpan.PHASES)
                .filter(i -> ((learnedPhases >> i) & 1) == 1)
                .boxed()
                .min(Comparator.comparingInt(i -> Math.abs(i - wanted)))
                .orElseThrow();
    }

    void save(StateWriter out) {
        out.putString(span.name()).putLong(span.first()).putLong(span.end());
        out.putDoubles(samples).putDoubles(learned).putInt(learnedPhases);
        out.putInt(phase).putInt(size).putLong(seen).putDouble(carried);
    }

    /** Takes over what {@link #save} wrote after the span. */
    void restore(StateReader in) {
        copy(in.getDoubles(), samples);
        copy(in.getDoubles(), learned);
        learnedPhases =
                (int) Checks.within(0, (1 << EventSpan.PHASES) - 1, in.getInt(), "a set of phases");
        phase = (int) Checks.within(0, EventSpan.PHASES - 1, in.getInt(), "a phase");
        size = (int) Checks.within(0, MOST_SAMPLES, in.getInt(), "a number of samples");
        seen = Checks.within(0, Long.MAX_VALUE - 1, in.getLong(), "a number of samples seen");
        carried = in.getDouble();
    }

    private static void copy(double[] from, double[] to) {
        Checks.same(to.length, from.length, "a number of ratios");
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
