// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.telemetry;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.telemetry.Reading.Doubt;
import dev.plimsoll.telemetry.Reading.Fresh;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Doubts fresh readings of load that contradict what else is known of their workload: a zero beside
 * a sign of life, a value that freezes ({@link RepeatWatch}), a sum from which replicas are missing
 * ({@link ReadyWatch}). What it says depends on what it was shown before, and on nothing else. Not
 * thread-safe; one for each workload.
 */
public final class ReadingWatch {
    /** The signals that a scale-in can rest on. */
    private static final Set<Signal> LOADS =
            EnumSet.of(
                    Signal.DEMAND,
                    Signal.UTILIZATION,
                    Signal.GOODPUT,
                    Signal.SESSIONS,
                    Signal.CPU,
                    Signal.GPU);

    /** Shares of a whole, which are 1 at most. */
    private static final Set<Signal> SHARES = EnumSet.of(Signal.UTILIZATION, Signal.GPU);

    /** Above zero only while requests arrive. */
    private static final Set<Signal> SIGNS_OF_LIFE =
            EnumSet.of(
                    Signal.DEMAND,
                    Signal.UTILIZATION,
                    Signal.GOODPUT,
                    Signal.CPU,
                    Signal.GPU,
                    Signal.MEAN_LATENCY,
                    Signal.TAIL_LATENCY);

    private final Map<Signal, RepeatWatch> repeats = new EnumMap<>(Signal.class);
    private final ReadyWatch ready;

    public ReadingWatch(Cadence cadence) {
        this.ready = new ReadyWatch(cadence.metricsInterval());
        LOADS.forEach(signal -> repeats.put(signal, new RepeatWatch(most(signal))));
    }

    /** Takes in what is seen at {@code now}, and gives it back with what is doubted marked. */
    public Readings observe(WorkloadSnapshot snapshot, Instant now) {
        ready.observe(now, snapshot.inventory().ready());
        Readings seen = snapshot.readings();
        Readings judged = seen;
        for (var entry : repeats.entrySet()) {
            Signal signal = entry.getKey();
            if (seen.of(signal) instanceof Fresh fresh) {
                entry.getValue().observe(fresh);
                Optional<Doubt> doubt = doubt(fresh, seen, entry.getValue());
                if (doubt.isPresent()) {
                    judged =
                            judged.with(
                                    signal,
                                    new Reading.Suspect(fresh.value(), fresh.at(), doubt.get()));
                }
            }
        }
        return judged;
    }

    public void save(StateWriter out) {
        repeats.values().forEach(watch -> watch.save(out));
        ready.save(out);
    }

    public void restore(StateReader in) {
        repeats.values().forEach(watch -> watch.restore(in));
        ready.restore(in);
    }

    private Optional<Doubt> doubt(Fresh reading, Readings seen, RepeatWatch watch) {
        if (ready.isPartial(seen)) {
            return Optional.of(Doubt.PARTIAL);
        }
        if (reading.value() <= 0 && isAlive(seen)) {
            return Optional.of(Doubt.ZERO);
        }
        return watch.isFrozen() ? Optional.of(Doubt.FROZEN) : Optional.empty();
    }

    private static double most(Signal signal) {
        return SHARES.contains(signal) ? 1 : Double.POSITIVE_INFINITY;
    }

    private static boolean isAlive(Readings seen) {
        for (Signal signal : SIGNS_OF_LIFE) {
            if (seen.of(signal) instanceof Fresh(double value, var _) && value > 0) {
                return true;
            }
        }
        return false;
    }
}
