// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What can be seen of a simulated service: means over each metrics interval, readable after a
 * delay. An interval that is lost, or in which any step is unknown, has no readings. Not
 * thread-safe.
 */
public final class SimulatedTelemetry implements TelemetrySource {
    /** The means of one interval, which ended at second {@code end}. */
    public record Sample(
            long end, double demand, double utilization, double ready, double meanLatencySeconds) {}

    private final WorkloadId workload;
    private final Instant start;
    private final Cadence cadence;
    private final TelemetryFaults faults;
    private final long interval;
    private final long delay;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Sums sums = new Sums();

    public SimulatedTelemetry(
            WorkloadId workload, Instant start, Cadence cadence, TelemetryFaults faults) {
        this.workload = workload;
        this.start = start;
        this.cadence = cadence;
        this.faults = faults;
        this.interval = cadence.metricsInterval().toSeconds();
        this.delay = cadence.metricsDelay().toSeconds();
    }

    /** Takes in the step that ended at second {@code end}; {@code known} is false in a gap. */
    public void record(ServedStep step, long end, int stepSeconds, boolean known) {
        sums.add(step, stepSeconds, known);
        if (end % interval == 0) {
            if (sums.complete && !faults.loses(end)) {
                samples.addLast(sums.mean(end));
            }
            sums.reset();
        }
    }

    /** The newest sample that can be read at second {@code now}. */
    public Optional<Sample> newest(long now) {
        forget(now);
        Sample first = samples.peekFirst();
        return first != null && first.end() + delay <= now ? Optional.of(first) : Optional.empty();
    }

    /** Whether the newest sample is recent enough to take something away for. */
    public boolean isTrustworthy(long now) {
        return newest(now).filter(sample -> now - sample.end() <= delay + 2 * interval).isPresent();
    }

    @Override
    public Readings read(WorkloadId asked, Instant now) {
        if (!asked.equals(workload)) {
            return Readings.NONE;
        }
        return newest(Duration.between(start, now).toSeconds())
                .map(sample -> readings(sample, now))
                .orElse(Readings.NONE);
    }

    private Readings readings(Sample sample, Instant now) {
        Instant at = start.plusSeconds(sample.end());
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        readings.put(Signal.DEMAND, Reading.of(sample.demand(), at, now, cadence));
        readings.put(Signal.UTILIZATION, Reading.of(sample.utilization(), at, now, cadence));
        readings.put(Signal.READY_REPLICAS, Reading.of(sample.ready(), at, now, cadence));
        readings.put(
                Signal.MEAN_LATENCY, Reading.of(sample.meanLatencySeconds(), at, now, cadence));
        return Readings.of(readings);
    }

    /** Drops samples that a newer readable one has made useless. */
    private void forget(long now) {
        while (samples.size() > 1) {
            var second = samples.iterator();
            second.next();
            if (second.next().end() + delay > now) {
                return;
            }
            samples.removeFirst();
        }
    }

    /** The running sums of the interval under way. */
    private static final class Sums {
        private double seconds;
        private double requests;
        private double utilization;
        private double ready;
        private double latency;
        private boolean complete = true;

        void add(ServedStep step, int stepSeconds, boolean known) {
            seconds += stepSeconds;
            requests += step.demand() * stepSeconds;
            utilization += step.utilization() * stepSeconds;
            ready += (double) step.ready() * stepSeconds;
            latency += step.meanLatencySeconds() * step.demand() * stepSeconds;
            complete &= known;
        }

        Sample mean(long end) {
            return new Sample(
                    end,
                    requests / seconds,
                    utilization / seconds,
                    ready / seconds,
                    requests > 0 ? latency / requests : 0);
        }

        void reset() {
            seconds = 0;
            requests = 0;
            utilization = 0;
            ready = 0;
            latency = 0;
            complete = true;
        }
    }
}
