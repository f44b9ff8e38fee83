// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

/**
 * Whether the cycles of a period look alike: the share of what varies within them that their mean
 * course explains, and how likely so large a share is by chance.
 *
 * <p>The model: an analysis of variance over the slots of the period, the cycles as repetitions. In
 * a wandering series the slots of a cycle are far from independent, so that each cycle counts as
 * only {@value #WANDERING_FREEDOM} free values however many slots it has: about what the departures
 * of a random walk from its moving mean are worth (their spectrum falls with the square of the
 * frequency). White noise is thereby judged more strictly than it need be. With 2 or 4 free values
 * the tail of the F distribution has a closed form.
 *
 * @param cycles how many whole ones, at least 2
 * @param share from 0 to 1
 * @param chance the probability of this share or a larger one without a period
 */
record CycleAgreement(int cycles, double share, double chance) {
    private static final int MOST_SLOTS = 24;
    private static final int WANDERING_FREEDOM = 4;
    private static final double ROUNDING = 1e-9;

    /**
     * Looks at the newest whole cycles.
     *
     * @param departures what the series does beside its slow level
     * @param period at most half of the series
     */
    static CycleAgreement of(double[] departures, double period) {
        int cycles = (int) (departures.length / period);
        double[][] courses = courses(departures, period, cycles);
        double[] mean = mean(courses);
        double between = 0;
        double within = 0;
        for (double[] course : courses) {
            for (int slot = 0; slot < mean.length; slot++) {
                between += mean[slot] * mean[slot];
                within += (course[slot] - mean[slot]) * (course[slot] - mean[slot]);
            }
        }
        double share = between > 0 ? between / (between + within) : 0;
        return new CycleAgreement(cycles, share, chance(share, cycles, mean.length));
    }

    private static double[][] courses(double[] departures, double period, int cycles) {
        int slots = Math.min((int) period, MOST_SLOTS);
        double[][] courses = new double[cycles][slots];
        int[][] counts = new int[cycles][slots];
        double start = departures.length - cycles * period;
        for (int i = (int) Math.ceil(start); i < departures.length; i++) {
            double periods = (i - start) / period;
            int cycle = Math.min((int) periods, cycles - 1);
            int slot = Math.min((int) ((periods - cycle) * slots + ROUNDING), slots - 1);
            courses[cycle][slot] += departures[i];
            counts[cycle][slot]++;
        }
        for (int cycle = 0; cycle < cycles; cycle++) {
            for (int slot = 0; slot < slots; slot++) {
                courses[cycle][slot] /= Math.max(1, counts[cycle][slot]);
            }
        }
        return courses;
    }

    /** The mean course, less its own mean. */
    private static double[] mean(double[][] courses) {
        double[] mean = new double[courses[0].length];
        double whole = 0;
        for (double[] course : courses) {
            for (int slot = 0; slot < mean.length; slot++) {
                mean[slot] += course[slot] / courses.length;
                whole += course[slot] / courses.length / mean.length;
            }
        }
        for (int slot = 0; slot < mean.length; slot++) {
            mean[slot] -= whole;
        }
        return mean;
    }

    private static double chance(double share, int cycles, int slots) {
        if (slots <= WANDERING_FREEDOM) {
            return StrictMath.pow(1 - share, cycles - 1);
        }
        double shape = 2.0 * (cycles - 1);
        return StrictMath.pow(1 - share, shape) * (1 + shape * share);
    }
}
