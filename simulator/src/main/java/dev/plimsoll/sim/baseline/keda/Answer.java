// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/** What the HPA is told when it asks for a trigger's value. */
public sealed interface Answer {
    /** The value of the trigger, in thousandths. */
    record Measured(long milli) implements Answer {}

    /** A value, in thousandths, that makes the HPA ask for the fallback's replicas. */
    record FallenBack(long milli) implements Answer {}

    /** No value, but a sign for the formula over all triggers that this one has none. */
    record Placeholder() implements Answer {
        /** What stands for it in the metrics API, in thousandths. */
        public static final long MILLI = -1000;
    }

    /** An error. */
    record Failure() implements Answer {}
}
