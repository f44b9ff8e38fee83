// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.util.Optional;

/**
 * Something about a series that whoever relies on its forecasts should know. Indices count samples
 * from 0; quantities are in the unit of the series.
 */
public sealed interface Symptom {
    /** The kinds, in the order in which symptoms are told. */
    enum Kind {
        SHORT,
        MISSING,
        CONSTANT,
        STUCK,
        SATURATED,
        LEVEL_SHIFT,
        TREND,
        INTERMITTENT,
        BURSTY,
        OUTLIERS
    }

    Kind kind();

    /** One sentence for the engineer on call, without a full stop. */
    String text();

    /** Where it is seen, if it is not a trait of the whole series. */
    default Optional<Span> span() {
        return Optional.empty();
    }

    /** Less than two days are known. */
    record ShortHistory(double seconds) implements Symptom {
        @Override
        public Kind kind() {
            return Kind.SHORT;
        }

        @Override
        public String text() {
            return "%s of history are less than two days: a daily pattern cannot be told from a trend yet"
                    .formatted(Figures.duration(seconds));
        }
    }

    /**
     * Samples are absent.
     *
     * @param share of all samples
     * @param longest the longest stretch
     */
    record Missing(int count, double share, Span longest, double longestSeconds)
            implements Symptom {
        @Override
        public Kind kind() {
            return Kind.MISSING;
        }

        @Override
        public Optional<Span> span() {
            return Optional.of(longest);
        }

        @Override
        public String text() {
            return "%s missing (%s), the longest stretch from sample %d on for %s"
                    .formatted(
                            Figures.samples(count),
                            Figures.percent(share),
                            longest.from(),
                            Figures.duration(longestSeconds));
        }
    }

    /** All samples are the same. */
    record Constant(double value) implements Symptom {
        @Override
        public Kind kind() {
            return Kind.CONSTANT;
        }

        @Override
        public String text() {
            return "Every sample is %s: there is nothing to learn from, or nothing is measured"
                    .formatted(Figures.number(value));
        }
    }

    /**
     * A series that else varies stood still.
     *
     * @param lasts whether it still does at the end
     */
    record Stuck(double value, Span where, double seconds, boolean lasts) implements Symptom {
        @Override
        public Kind kind() {
            return Kind.STUCK;
        }

        @Override
        public Optional<Span> span() {
            return Optional.of(where);
        }

        @Override
        public String text() {
            return "The value %s %s for %s from sample %d on, though the series else changes all the time: a frozen sensor"
                    .formatted(
                            Figures.number(value),
                            lasts ? "has been repeated" : "was repeated",
                            Figures.duration(seconds),
                            where.from());
        }
    }

    /**
     * The series is cut off at the top.
     *
     * @param share of the samples that are at the ceiling
     * @param longest the longest stretch there
     */
    record Saturated(double ceiling, double share, Span longest, double longestSeconds)
            implements Symptom {
        @Override
        public Kind kind() {
            return Kind.SATURATED;
        }

        @Override
        public Optional<Span> span() {
            return Optional.of(longest);
        }

        @Override
        public String text() {
            return "%s of the samples are pinned at the ceiling of %s, once for %s: the demand was higher than what was measured"
                    .formatted(
                            Figures.percent(share),
                            Figures.number(ceiling),
                            Figures.duration(longestSeconds));
        }
    }

    /**
     * The level changed at once and stayed so.
     *
     * @param at the first sample of the new level
     * @param agoSeconds from there to the end
     */
    record LevelShift(int at, double before, double after, double agoSeconds) implements Symptom {
        @Override
        public Kind kind() {
            return Kind.LEVEL_SHIFT;
        }

        @Override
        public Optional<Span> span() {
            return Optional.of(Span.at(at));
        }

        @Override
        public String text() {
            return "The level %s from %s to %s at sample %d, %s before the end"
                    .formatted(
                            after > before ? "rose" : "fell",
                            Figures.number(before),
                            Figures.number(after),
                            at,
                            Figures.duration(agoSeconds));
        }
    }

    /**
     * The level moves one way.
     *
     * @param slopePerDay negative where it falls
     * @param share what it moved over the whole history, over the mean level
     */
    record Trend(double slopePerDay, double share, double seconds) implements Symptom {
        @Override
        public Kind kind() {
            return Kind.TREND;
        }

        @Override
        public String text() {
            return "The level %s by %s a day, %s of its mean over the %s known"
                    .formatted(
                            slopePerDay > 0 ? "rises" : "falls",
                            Figures.number(Math.abs(slopePerDay)),
                            Figures.percent(Math.abs(share)),
                            Figures.duration(seconds));
        }
    }

    /**
     * Demand comes with pauses.
     *
     * @param zeroShare the share of samples without demand
     * @param interval samples from one with demand to the next, on average
     */
    record Intermittent(
            double zeroShare, double interval, double intervalSeconds, DemandClass demand)
            implements Symptom {
        @Override
        public Kind kind() {
            return Kind.INTERMITTENT;
        }

        @Override
        public String text() {
            return "%s of the samples are zero: demand comes every %s samples (%s) on average, %s"
                    .formatted(
                            Figures.percent(zeroShare),
                            Figures.number(interval),
                            Figures.duration(intervalSeconds),
                            demand.sizes());
        }
    }

    /**
     * Too many samples are far off to be outliers.
     *
     * @param share of the samples that are far off
     * @param farthest how far, in usual spreads
     */
    record Bursty(double share, double farthest) implements Symptom {
        @Override
        public Kind kind() {
            return Kind.BURSTY;
        }

        @Override
        public String text() {
            return "%s of the samples are bursts, up to %s times the usual spread off the level: a margin in standard deviations will not hold"
                    .formatted(Figures.percent(share), Figures.number(farthest));
        }
    }

    /**
     * Single samples are far off.
     *
     * @param latest the index of the latest
     * @param expected what it would have been near
     */
    record Outliers(int count, int latest, double value, double expected) implements Symptom {
        @Override
        public Kind kind() {
            return Kind.OUTLIERS;
        }

        @Override
        public Optional<Span> span() {
            return Optional.of(Span.at(latest));
        }

        @Override
        public String text() {
            return "%s far off the others, the latest at sample %d: %s where about %s was expected"
                    .formatted(
                            Figures.samples(count),
                            latest,
                            Figures.number(value),
                            Figures.number(expected));
        }
    }
}
