// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import dev.plimsoll.forecast.Forecaster;
import dev.plimsoll.forecast.smoothing.HoltForecaster;
import dev.plimsoll.forecast.smoothing.LevelForecaster;
import dev.plimsoll.forecast.smoothing.MedianForecaster;
import dev.plimsoll.forecast.smoothing.PhaseProfile;
import dev.plimsoll.forecast.smoothing.Season;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.List;
import java.util.Optional;

/**
 * The experts that an {@link EnsembleForecaster} weighs: cheap recursions that follow at different
 * paces, and profiles of the day, the week and, once one was found, of another cycle. What each of
 * them is best at differs from series to series and from hour to hour; the weights find out. Not
 * thread-safe.
 */
final class ExpertPool {
    static final List<String> NAMES =
            List.of(
                    "level-fast",
                    "level-slow",
                    "trend",
                    "median",
                    "yesterday",
                    "day-additive",
                    "day-ratio",
                    "week-additive",
                    "week-ratio",
                    "cycle-additive",
                    "cycle-ratio");
    static final int SIZE = NAMES.size();
    static final int CYCLE = SIZE - SeasonalGroup.EXPERTS;

    /** Every expert, one bit each. */
    static final int ALL = (1 << SIZE) - 1;

    private static final int YESTERDAY = 4;
    private static final int DAY = YESTERDAY + 1;
    private static final int WEEK = DAY + SeasonalGroup.EXPERTS;
    private static final int GROUP = (1 << SeasonalGroup.EXPERTS) - 1;

    private static final int MEDIAN_MEMORY = 100;
    private static final int CYCLE_SLOTS = 96;

    private final SeasonalPace pace;
    private final LevelForecaster fastLevel = new LevelForecaster(0.3);
    private final LevelForecaster slowLevel = new LevelForecaster(0.1);
    private final HoltForecaster trend = new HoltForecaster(0.8, 0.3, 0.97);
    private final MedianForecaster median = new MedianForecaster(MEDIAN_MEMORY);

    /** The four above, in this order. */
    private final List<Forecaster> followers = List.of(fastLevel, slowLevel, trend, median);

    private final PhaseProfile yesterday;
    private final SeasonalGroup day;
    private final SeasonalGroup week;
    private Optional<Cycle> cycle = Optional.empty();

    /** A recurring pattern that is neither a day's nor a week's. */
    private record Cycle(int period, SeasonalGroup group) {}

    ExpertPool(EnsembleSettings settings) {
        this.pace = settings.pace();
        this.yesterday = new PhaseProfile(settings.day(), 1);
        this.day = new SeasonalGroup(settings.day(), pace);
        this.week = new SeasonalGroup(settings.week(), pace);
    }

    void observe(double value) {
        for (Forecaster follower : followers) {
            follower.observe(value);
        }
        yesterday.observe(value);
        day.observe(value);
        week.observe(value);
        cycle.ifPresent(found -> found.group().observe(value));
    }

    void observeGap() {
        for (Forecaster follower : followers) {
            follower.observeGap();
        }
        yesterday.observeGap();
        day.observeGap();
        week.observeGap();
        cycle.ifPresent(found -> found.group().observeGap());
    }

    /**
     * Writes what the experts expect, in the order of {@link #NAMES}; NaN where one has no opinion.
     *
     * @param asked whose word is wanted, one bit each; the others' places may stay as they are
     */
    void predict(int steps, int asked, double[] opinions) {
        opinions[0] = fastLevel.predict(steps);
        opinions[1] = slowLevel.predict(steps);
        opinions[2] = trend.predict(steps);
        opinions[3] = median.predict(steps);
        if ((asked & (1 << YESTERDAY)) != 0) {
            opinions[YESTERDAY] = yesterday.isReady() ? yesterday.ahead(steps) : Double.NaN;
        }
        if ((asked & (GROUP << DAY)) != 0) {
            day.predict(steps, opinions, DAY);
        }
        if ((asked & (GROUP << WEEK)) != 0) {
            week.predict(steps, opinions, WEEK);
        }
        if ((asked & (GROUP << CYCLE)) != 0) {
            predictCycle(steps, opinions);
        }
    }

    private void predictCycle(int steps, double[] opinions) {
        if (cycle.isPresent()) {
            cycle.get().group().predict(steps, opinions, CYCLE);
        } else {
            opinions[CYCLE] = Double.NaN;
            opinions[CYCLE + 1] = Double.NaN;
        }
    }

    /** The period of the cycle that is watched beside day and week, in samples; 0 for none. */
    int cyclePeriod() {
        return cycle.map(Cycle::period).orElse(0);
    }

    /**
     * Watches a cycle of so many samples, new to the pool, in the place of any other; 0 for none.
     */
    void watchCycle(int period) {
        cycle = period == 0 ? Optional.empty() : Optional.of(new Cycle(period, cycleGroup(period)));
    }

    /** The next sample of the past for the watched cycle alone. */
    void teachCycle(double value) {
        cycle.ifPresent(found -> found.group().observe(value));
    }

    /** The next sample of the past is absent, for the watched cycle alone. */
    void teachCycleGap() {
        cycle.ifPresent(found -> found.group().observeGap());
    }

    private SeasonalGroup cycleGroup(int period) {
        return new SeasonalGroup(Season.of(period, CYCLE_SLOTS), pace);
    }

    void save(StateWriter out) {
        followers.forEach(follower -> follower.save(out));
        yesterday.save(out);
        day.save(out);
        week.save(out);
        out.putInt(cyclePeriod());
        cycle.ifPresent(found -> found.group().save(out));
    }

    void restore(StateReader in) {
        followers.forEach(follower -> follower.restore(in));
        yesterday.restore(in);
        day.restore(in);
        week.restore(in);
        watchCycle(in.getInt());
        cycle.ifPresent(found -> found.group().restore(in));
    }
}
