// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.TelemetryFaults;
import dev.plimsoll.sim.cluster.TelemetryFaults.Outage;
import dev.plimsoll.sim.cluster.Traffic;
import dev.plimsoll.sim.scenario.Event;
import dev.plimsoll.sim.scenario.Event.RollingUpdate;
import java.util.List;

/**
 * Lets the events of a scenario happen to its service, step by step, and again in each round of it.
 * Not thread-safe.
 */
final class EventPlayer {
    private final List<Event> events;
    private final long stepSeconds;
    private final long roundSeconds;
    private int toReplace;
    private int batch = 1;

    private EventPlayer(List<Event> events, long stepSeconds, long roundSeconds) {
        this.events = events;
        this.stepSeconds = stepSeconds;
        this.roundSeconds = roundSeconds;
    }

    static EventPlayer of(BacktestCase replay) {
        long step = replay.context().stepSeconds();
        return new EventPlayer(replay.conditions().events(), step, step * replay.context().steps());
    }

    /** What goes wrong with the readings. */
    static TelemetryFaults faults(List<Event> events, double loss, long roundSeconds, long seed) {
        List<Outage> outages =
                events.stream()
                        .filter(Event.MetricsOutage.class::isInstance)
                        .map(Event.MetricsOutage.class::cast)
                        .map(event -> new Outage(event.from(), event.until(), event.kind()))
                        .toList();
        return new TelemetryFaults(loss, outages, roundSeconds, seed);
    }

    /** What happens to the replicas at the beginning of a step. */
    void happen(SimulatedService service) {
        long now = service.now() % roundSeconds;
        double startFactor = 1;
        for (Event event : events) {
            if (event instanceof Event.SlowStarts slow && isUnderWay(event, now)) {
                startFactor = slow.factor();
            } else if (event.from() >= now && event.from() < now + stepSeconds) {
                begin(event, service);
            }
        }
        service.startFactor(startFactor);
        update(service);
    }

    /** What arrives in the step that begins at {@code second}, where {@code honest} requests do. */
    Traffic traffic(double honest, long second) {
        long now = second % roundSeconds;
        double retries = 0;
        double rejected = 0;
        double limit = Double.POSITIVE_INFINITY;
        double latencyFactor = 1;
        double errors = 0;
        for (Event event : events) {
            if (isUnderWay(event, now)) {
                switch (event) {
                    case Event.RetryStorm storm -> retries += honest * (storm.factor() - 1);
                    case Event.Attack attack -> rejected += attack.rate();
                    case Event.Bottleneck bottleneck -> limit = Math.min(limit, bottleneck.rate());
                    case Event.Harm harm -> {
                        latencyFactor *= harm.latencyFactor();
                        errors = Math.max(errors, harm.errorRatio());
                    }
                    default -> {} // happens to replicas or readings
                }
            }
        }
        double demand = honest + retries + rejected;
        return new Traffic(demand, retries, rejected, limit, latencyFactor, errors);
    }

    private void begin(Event event, SimulatedService service) {
        switch (event) {
            case Event.Crash crash -> service.crash(crash.replicas());
            case Event.ScaleByHand byHand -> service.scaleTo(byHand.replicas());
            case RollingUpdate rolling -> {
                toReplace = service.ready();
                batch = rolling.batch();
            }
            default -> {} // has a duration
        }
    }

    /** The next batch of a rolling update, once the last one is ready. */
    private void update(SimulatedService service) {
        if (toReplace > 0 && service.starting() == 0) {
            int replicas = Math.min(Math.min(batch, toReplace), service.ready());
            service.replace(replicas);
            toReplace -= replicas;
        }
    }

    private static boolean isUnderWay(Event event, long now) {
        return event.from() <= now && now < event.until();
    }
}
