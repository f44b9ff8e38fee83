// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Instant;

/**
 * Tells a series that froze from one that often repeats itself. It counts how often a reading
 * equalled the one before, and how often not; a run of repeats that was less likely than one in
 * fifty, by the beta-binomial distribution of these counts, is taken for frozen. So after some
 * fifty readings that all differ the first repeat is doubted; to be wrong delays a scale-in by one
 * reading. Repeats at an end of what can be read are not counted: a service may well have no
 * traffic for hours, and one that is overloaded is busy all the time.
 *
 * <p>A freeze that ended counts as a habit: the next one within the memory of some hundred readings
 * is doubted a few readings later than the first.
 *
 * <p>A series that hardly ever varied is not frozen, and a run of {@value #CONSTANT} readings (an
 * hour at 15 s) ends the doubt: the series is constant now. Not thread-safe.
 */
final class RepeatWatch {
    private static final double UNLIKELY = 0.02;
    private static final int CONSTANT = 240;

    /** With fewer changes than that, and the one believed in, a series hardly ever varied. */
    private static final double LEAST_CHANGES = 4;

    /** The sum of the counts at most, so that old habits fade. */
    private static final double MEMORY = 200;

    private final double most;
    private double repeats = 1;
    private double changes = 1;
    private double value = -1;
    private Instant at = Instant.MIN;
    private int run;
    private double likelihood = 1;

    /** For a signal that cannot be above {@code most}. */
    RepeatWatch(double most) {
        this.most = most;
    }

    void observe(Reading.Fresh reading) {
        if (!reading.at().isAfter(at)) {
            return;
        }
        at = reading.at();
        double before = value;
        value = reading.value();
        if (value != before && before >= 0) {
            learn();
        } else if (value == before && value > 0 && value < most) {
            likelihood *= (repeats + run) / (repeats + changes + run);
            run++;
        }
    }

    boolean isFrozen() {
        return changes >= LEAST_CHANGES && likelihood < UNLIKELY && run < CONSTANT;
    }

    void save(StateWriter out) {
        out.putDouble(repeats).putDouble(changes).putDouble(value).putInstant(at);
        out.putInt(run).putDouble(likelihood);
    }

    void restore(StateReader in) {
        repeats = in.getDouble();
        changes = in.getDouble();
        value = in.getDouble();
        at = in.getInstant();
        run = in.getInt();
        likelihood = in.getDouble();
    }

    /** A run of repeats, if there was one, is over, by a change. */
    private void learn() {
        repeats += run;
        changes++;
        double fade = Math.min(1, MEMORY / (repeats + changes));
        repeats *= fade;
        changes *= fade;
        run = 0;
        likelihood = 1;
    }
}
