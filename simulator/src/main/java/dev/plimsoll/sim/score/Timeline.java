// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.score;

import java.util.Arrays;

/**
 * What one run left behind, step by step of the simulation. Immutable; {@link Recorder} makes one.
 * About 25 bytes a step.
 */
public final class Timeline {
    private final int[] supply;
    private final int[] billed;
    private final int[] desired;
    private final double[] utilization;
    private final boolean[] violated;
    private final float[] tailLatency;

    private Timeline(Recorder recorder) {
        int steps = recorder.steps;
        this.supply = Arrays.copyOf(recorder.supply, steps);
        this.billed = Arrays.copyOf(recorder.billed, steps);
        this.desired = Arrays.copyOf(recorder.desired, steps);
        this.utilization = Arrays.copyOf(recorder.utilization, steps);
        this.violated = Arrays.copyOf(recorder.violated, steps);
        this.tailLatency = Arrays.copyOf(recorder.tailLatency, steps);
    }

    public int steps() {
        return supply.length;
    }

    /** Replicas that were ready. */
    public int supply(int step) {
        return supply[step];
    }

    /** Replicas ordered and not yet ended, booting ones included. */
    public int billed(int step) {
        return billed[step];
    }

    /** Replicas that the policy wanted. */
    public int desired(int step) {
        return desired[step];
    }

    /** The busy share, 0 to 1, of the slots of the ready replicas. */
    public double utilization(int step) {
        return utilization[step];
    }

    /**
     * Whether requests arrived and the load was above the objective's edge, what earlier steps left
     * or a slow dependency made too many of them slow, or they found no replica.
     */
    public boolean violated(int step) {
        return violated[step];
    }

    /** Latency in seconds at the objective's quantile; 0 if no request was answered. */
    public double tailLatencySeconds(int step) {
        return tailLatency[step];
    }

    /** Takes a run down, one call a step. Not thread-safe. */
    public static final class Recorder {
        private int[] supply;
        private int[] billed;
        private int[] desired;
        private double[] utilization;
        private boolean[] violated;
        private float[] tailLatency;
        private int steps;

        /**
         * @param expectedSteps room made beforehand; more steps than that are fine
         */
        public Recorder(int expectedSteps) {
            int room = Math.max(expectedSteps, 16);
            this.supply = new int[room];
            this.billed = new int[room];
            this.desired = new int[room];
            this.utilization = new double[room];
            this.violated = new boolean[room];
            this.tailLatency = new float[room];
        }

        /**
         * Takes the next step down; see the accessors of {@link Timeline} for what each number
         * means.
         *
         * @param utilization with no replica ready: 1 if requests wait, 0 if none do
         */
        public Recorder step(
                int supply, int billed, int desired, double utilization, boolean violated) {
            if (!(supply >= 0 && billed >= supply && desired >= 0)) {
                throw new IllegalArgumentException(
                        "step %d: %d replicas ready of %d billed, %d desired"
                                .formatted(steps, supply, billed, desired));
            }
            if (!(utilization >= 0 && utilization <= 1)) {
                throw new IllegalArgumentException(
                        "step %d: utilization %s is not between 0 and 1"
                                .formatted(steps, utilization));
            }
            makeRoom();
            this.supply[steps] = supply;
            this.billed[steps] = billed;
            this.desired[steps] = desired;
            this.utilization[steps] = utilization;
            this.violated[steps] = violated;
            steps++;
            return this;
        }

        /** The latency at the objective's quantile in the step just taken down; 0 if not told. */
        public void tailLatencySeconds(double seconds) {
            tailLatency[steps - 1] = (float) seconds;
        }

        public Timeline timeline() {
            return new Timeline(this);
        }

        private void makeRoom() {
            if (steps == supply.length) {
                int room = 2 * steps;
                supply = Arrays.copyOf(supply, room);
                billed = Arrays.copyOf(billed, room);
                desired = Arrays.copyOf(desired, room);
                utilization = Arrays.copyOf(utilization, room);
                violated = Arrays.copyOf(violated, room);
                tailLatency = Arrays.copyOf(tailLatency, room);
            }
        }
    }
}
