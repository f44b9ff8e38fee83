// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.ReplicaReading;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a simulated service: means over each metrics interval, readable after a
 * delay. An interval that is lost, or in which any step is unknown, has no readings. Not
 * thread-safe.
 */
public final class SimulatedTelemetry implements TelemetrySource {
    private final WorkloadId workload;
    private final Instant start;
    private final Cadence cadence;
    private final Visibility visibility;
    private final Optional<MeasurementNoise> noise;
    private final Distortion distortion;
    private final Signal[] hidden;
    private final long interval;
    private final long delay;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private SampleSums sums = new SampleSums();
    private SampleSums pushedSums = new SampleSums();
    private Optional<Reading.Fresh> pushed = Optional.empty();
    private @Nullable ServedStep last;
    private boolean tellsReplicas;

    public SimulatedTelemetry(
            WorkloadId workload, Instant start, Cadence cadence, Visibility visibility) {
        this.workload = workload;
        this.start = start;
        this.cadence = cadence;
        this.visibility = visibility;
        this.noise = visibility.noise().map(MeasurementNoise::new);
        this.hidden = visibility.hidden().toArray(Signal[]::new);
        this.distortion = new Distortion(visibility.faults());
        this.interval = cadence.metricsInterval().toSeconds();
        this.delay = cadence.metricsDelay().toSeconds();
    }

    /** From now on the busy share of each replica can be read as well. */
    public void tellReplicas() {
        tellsReplicas = true;
    }

    /** How often demand is pushed, if it is. */
    public Optional<Duration> pushedEvery() {
        return visibility.pushed();
    }

    /** Takes in the step that ended at second {@code end}; {@code known} is false in a gap. */
    public void record(ServedStep step, long end, int stepSeconds, boolean known) {
        record(step, end, stepSeconds, known, List.of());
    }

    /** The same where replicas have sessions. */
    public void record(
            ServedStep step,
            long end,
            int stepSeconds,
            boolean known,
            List<Sample.ReplicaSessions> sessions) {
        last = step;
        sums.add(step, stepSeconds, known);
        if (end % interval == 0) {
            if (sums.isComplete()) {
                distortion.of(sample(end, sessions)).ifPresent(samples::addLast);
            }
            sums = new SampleSums();
        }
        visibility.pushed().ifPresent(every -> push(step, end, stepSeconds, known, every));
    }

    /** The newest sample that can be read at second {@code now}. */
    public Optional<Sample> newest(long now) {
        for (var backwards = samples.descendingIterator(); backwards.hasNext(); ) {
            Sample sample = backwards.next();
            if (sample.readableAt() <= now) {
                forgetBefore(sample);
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    /** The newest sample, if it is as recent as readings are to be, as far as can be seen. */
    public Optional<Sample> recent(long now) {
        return newest(now).filter(sample -> now - sample.end() <= delay + 2 * interval);
    }

    /** What goes wrong with the readings of the interval that {@code now} is in. */
    public Optional<TelemetryFaults.Kind> fault(long now) {
        return visibility.faults().at(Math.ceilDiv(now, interval) * interval);
    }

    /** Whether a signal is measured at all. */
    public boolean shows(Signal signal) {
        return visibility.signals().contains(signal);
    }

    /** The last step as it was, without delay: for those who measure it themselves. */
    public Optional<ServedStep> last() {
        return Optional.ofNullable(last);
    }

    /** Whether it also shows what was: more than anybody who only sees it can know. */
    public boolean isTrustworthy(long now) {
        return recent(now).filter(Sample::truthful).isPresent();
    }

    @Override
    public Readings read(WorkloadId asked, Instant now) {
        if (!asked.equals(workload)) {
            return Readings.NONE;
        }
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        pushed.ifPresent(value ->
                readings.put(
                        Signal.PUSHED_DEMAND, Reading.of(value.value(), value.at(), now, cadence)));
        Optional<Sample> sample = newest(Duration.between(start, now).toSeconds());
        sample.ifPresent(seen ->
                seen.values()
                        .forEach((signal, value) ->
                                readings.put(signal, reading(value, seen, now))));
        return Readings.of(readings, sample.map(seen -> replicas(seen, now)).orElse(List.of()));
    }

    /** Those with sessions by their names, others as r0, r1 and so on. */
    private List<ReplicaReading> replicas(Sample sample, Instant now) {
        long seed = visibility.faults().seed();
        double[] shares =
                tellsReplicas ? ReplicaShares.of(sample, interval, seed) : ReplicaShares.NONE;
        var named = sample.replicas();
        List<ReplicaReading> readings = new ArrayList<>();
        for (int i = 0; i < Math.max(named.size(), shares.length); i++) {
            Reading busy = i < shares.length ? reading(shares[i], sample, now) : Reading.NEVER_SEEN;
            readings.add(
                    i < named.size()
                            ? new ReplicaReading(
                                    named.get(i).replica(),
                                    busy,
                                    reading(named.get(i).sessions(), sample, now))
                            : new ReplicaReading("r" + i, busy, Reading.NEVER_SEEN));
        }
        return readings;
    }

    private Reading reading(double value, Sample sample, Instant now) {
        return Reading.of(value, start.plusSeconds(sample.end()), now, cadence);
    }

    private Sample sample(long end, List<Sample.ReplicaSessions> sessions) {
        EnumMap<Signal, Double> values = sums.means();
        if (!sessions.isEmpty()) {
            values.put(
                    Signal.SESSIONS,
                    (double) sessions.stream().mapToInt(Sample.ReplicaSessions::sessions).sum());
        }
        noise.ifPresent(source -> source.disturb(values, end, sums.seconds()));
        for (Signal signal : hidden) {
            values.remove(signal);
        }
        return new Sample(end, end, end + delay, values, sessions, true);
    }

    /** Pushed demand goes the way of all readings while those go wrong. */
    private void push(ServedStep step, long end, int stepSeconds, boolean known, Duration every) {
        pushedSums.add(step, stepSeconds, known);
        if (end % every.toSeconds() == 0) {
            if (pushedSums.isComplete() && visibility.faults().at(end).isEmpty()) {
                pushed = Optional.of(new Reading.Fresh(pushedDemand(end), start.plusSeconds(end)));
            }
            pushedSums = new SampleSums();
        }
    }

    private double pushedDemand(long end) {
        EnumMap<Signal, Double> values = new EnumMap<>(Signal.class);
        values.put(Signal.DEMAND, pushedSums.demand());
        noise.ifPresent(source -> source.disturb(values, end, pushedSums.seconds()));
        return values.getOrDefault(Signal.DEMAND, 0.0);
    }

    private void forgetBefore(Sample sample) {
        while (samples.getFirst().end() < sample.end()) {
            samples.removeFirst();
        }
    }
}
