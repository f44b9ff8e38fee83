// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.Arrays;

/** How large the errors of a forecast usually are. Not thread-safe. */
sealed interface ErrorScale {
    /** Weight of the newest error in the long mean: 5,760 samples, a day at 15 s. */
    double LONG_GAIN = 1.0 / 5760;

    /** A forecast of the demand at this sample was so far off; not below 0. */
    void learn(double error, long time);

    /** The size of errors that is to be expected of forecasts of the demand at this sample. */
    double at(long time);

    void save(StateWriter out);

    void restore(StateReader in);

    /** Half the short mean, half the long one: what is quiet may become loud in a moment. */
    final class OfLate implements ErrorScale {
        /** 60 samples, a quarter of an hour at 15 s. */
        private static final double SHORT_GAIN = 1.0 / 60;

        private final FadingMean late = new FadingMean(SHORT_GAIN);
        private final FadingMean day = new FadingMean(LONG_GAIN);

        @Override
        public void learn(double error, long time) {
            late.add(error);
            day.add(error);
        }

        @Override
        public double at(long time) {
            return 0.5 * (late.mean() + day.mean());
        }

        @Override
        public void save(StateWriter out) {
            late.save(out);
            day.save(out);
        }

        @Override
        public void restore(StateReader in) {
            late.restore(in);
            day.restore(in);
        }
    }

    /**
     * The mean of each place in the hour, for jobs that start on round times. The long mean counts
     * as {@value #BELIEVED} more hours at each place. Places are kept in single precision.
     */
    final class OfHour implements ErrorScale {
        private static final int BELIEVED = 4;

        /** Share of a place's past that is forgotten with each hour. */
        private static final double FORGET_HOUR = 1.0 / 48;

        /**
         * How much so many visits count, as they fade; from the last number on it grows no more.
         */
        private static final double[] COUNTS = counts();

        private final FadingMean day = new FadingMean(LONG_GAIN);
        private final float[] errors;
        private final short[] visits;

        /**
         * @param samplesPerHour how many places an hour has, at least 1
         */
        OfHour(int samplesPerHour) {
            this.errors = new float[samplesPerHour];
            this.visits = new short[samplesPerHour];
        }

        private static double[] counts() {
            double[] counts = new double[2000];
            for (int visits = 1; visits < counts.length; visits++) {
                double before = counts[visits - 1];
                counts[visits] = before + (1 - FORGET_HOUR * before);
            }
            return counts;
        }

        @Override
        public void learn(double error, long time) {
            int place = place(time);
            day.add(error);
            errors[place] = (float) (errors[place] + (error - FORGET_HOUR * errors[place]));
            visits[place] += (short) (visits[place] < COUNTS.length - 1 ? 1 : 0);
        }

        @Override
        public double at(long time) {
            int place = place(time);
            return (errors[place] + BELIEVED * day.mean()) / (COUNTS[visits[place]] + BELIEVED);
        }

        private int place(long time) {
            return (int) (time % errors.length);
        }

        @Override
        public void save(StateWriter out) {
            day.save(out);
            int[] numbers = new int[visits.length];
            Arrays.setAll(numbers, place -> visits[place]);
            out.packFloats(errors).packInts(numbers);
        }

        @Override
        public void restore(StateReader in) {
            day.restore(in);
            int[] numbers = new int[visits.length];
            in.unpackFloats(errors).unpackInts(numbers);
            for (int place = 0; place < visits.length; place++) {
                visits[place] =
                        (short) Checks.within(0, COUNTS.length - 1, numbers[place], "visits");
            }
        }
    }
}
