// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/** What a trigger was found to say. */
public sealed interface TriggerReading {
    /** A value in thousandths. */
    record Value(long milli) implements TriggerReading {}

    /** It could not be read. */
    record Failed() implements TriggerReading {}
}
