// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.calendar;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * The effects of a calendar's events as the steps of a series go by: those learned by name, and the
 * events under way. What was learned outlives the calendar: state may be restored under one that
 * lists other events, if only its steps are the same. Not thread-safe.
 */
final class EventEffects {
    private static final double MOST_LOG_RATIO = StrictMath.log(100);

    private final EventCalendar calendar;
    private final Map<String, EventEffect> byName = new TreeMap<>();
    private final List<EventRun> runs = new ArrayList<>();
    private long steps;

    EventEffects(EventCalendar calendar) {
        this.calendar = calendar;
    }

    /** The next step begins; {@code learning} tells whether there was demand before it. */
    void begin(boolean learning) {
        for (EventSpan span : calendar.at(steps)) {
            if (learning && span.first() == steps) {
                runs.add(new EventRun(span, named(span)));
            }
        }
    }

    private EventEffect named(EventSpan span) {
        return byName.computeIfAbsent(span.name(), _ -> new EventEffect());
    }

    /**
     * Takes this step's sample. Where nothing was expected without events, a ratio tells nothing,
     * and no effect is learned.
     *
     * @param expected without events; asked for only while one is running
     */
    void learn(double sample, DoubleSupplier expected) {
        double baseline = runs.isEmpty() ? 0 : expected.getAsDouble();
        if (!(baseline > 0)) {
            return;
        }
        double surprise = bounded(StrictMath.log(sample / baseline)) - logFactor(steps);
        List<EventRun> learners = leastKnown();
        for (EventRun run : learners) {
            run.take(steps, bounded(run.logRatio(steps) + surprise / learners.size()));
        }
    }

    private List<EventRun> leastKnown() {
        int fewest = runs.stream().mapToInt(EventRun::occurrencesBefore).min().orElse(0);
        return runs.stream().filter(run -> run.occurrencesBefore() == fewest).toList();
    }

    /** The step ends. */
    void end() {
        steps++;
        runs.stream().filter(run -> run.span().end() == steps).forEach(EventRun::teach);
        runs.removeIf(run -> run.span().end() == steps);
    }

    /** What the events multiply demand by, so many steps ahead or, at 0 and below, back. */
    double factor(long ahead) {
        return StrictMath.exp(logFactor(steps + ahead - 1));
    }

    /** What the events have multiplied this step's demand by, once it was learned. */
    double factorSeen() {
        double sum = 0;
        for (EventSpan span : calendar.at(steps)) {
            sum += logRatio(span, steps, run -> run.logRatioSeen(steps));
        }
        return StrictMath.exp(bounded(sum));
    }

    private double logFactor(long step) {
        double sum = 0;
        for (EventSpan span : calendar.at(step)) {
            sum += logRatio(span, step, run -> run.logRatio(step));
        }
        return bounded(sum);
    }

    private double logRatio(EventSpan span, long step, ToDoubleFunction<EventRun> whileRunning) {
        Optional<EventRun> run = running(span);
        return run.isPresent()
                ? whileRunning.applyAsDouble(run.get())
                : known(span.name(), span.phase(step));
    }

    private double known(String name, int phase) {
        EventEffect effect = byName.get(name);
        return effect == null ? 0 : effect.logRatio(phase);
    }

    private Optional<EventRun> running(EventSpan span) {
        return runs.stream().filter(run -> run.span().equals(span)).findFirst();
    }

    private static double bounded(double logRatio) {
        return Math.clamp(logRatio, -MOST_LOG_RATIO, MOST_LOG_RATIO);
    }

    void save(StateWriter out) {
        out.putInstant(calendar.firstStep()).putLong(calendar.stepMillis()).putLong(steps);
        out.putInt(byName.size());
        byName.forEach((name, effect) -> {
            out.putString(name);
            effect.save(out);
        });
        out.putInt(runs.size());
        runs.forEach(run -> run.save(out));
    }

    void restore(StateReader in) {
        requireSameSteps(in.getInstant(), in.getLong());
        steps = Checks.within(0, Long.MAX_VALUE / 2, in.getLong(), "a number of steps");
        byName.clear();
        for (int left = count(in); left > 0; left--) {
            String name = in.getString();
            EventEffect effect = new EventEffect();
            effect.restore(in);
            byName.put(name, effect);
        }
        restoreRuns(in);
    }

    private void restoreRuns(StateReader in) {
        runs.clear();
        for (int left = count(in); left > 0; left--) {
            EventSpan span = new EventSpan(in.getString(), in.getLong(), in.getLong());
            EventRun run = new EventRun(span, named(span));
            run.restore(in);
            if (calendar.at(steps).contains(span)) {
                runs.add(run);
            }
        }
    }

    private static int count(StateReader in) {
        return (int) Checks.within(0, Integer.MAX_VALUE, in.getInt(), "a number of events");
    }

    private void requireSameSteps(Instant firstStep, long stepMillis) {
        if (!firstStep.equals(calendar.firstStep()) || stepMillis != calendar.stepMillis()) {
            throw new IllegalArgumentException(
                    "state has steps of %d ms from %s, this calendar has %d ms from %s"
                            .formatted(
                                    stepMillis,
                                    firstStep,
                                    calendar.stepMillis(),
                                    calendar.firstStep()));
        }
    }
}
