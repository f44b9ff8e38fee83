// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.model.Slo;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Holds what a model says of each window against what was seen in it. Latencies are compared where
 * neither says that replicas were more than 90 % busy: beyond, a latency is that of the queue which
 * happened to be left, and hardly repeats. What counts there is whether the target was missed, and
 * that is compared everywhere: as a share of requests, and against at least the share that the
 * objective allows to be slow, for smaller differences are noise. Not thread-safe.
 */
final class Reproducer {
    private static final double SATURATED = 0.90;

    private final History history;
    private final ServiceModel service;
    private final Comparison busy = new Comparison(Aspect.BUSY_SHARE);
    private final Comparison mean = new Comparison(Aspect.MEAN_LATENCY);
    private final Comparison tail = new Comparison(Aspect.TAIL_LATENCY);
    private final Comparison violations = new Comparison(Aspect.VIOLATIONS);

    private Reproducer(History history, ServiceModel service) {
        this.history = history;
        this.service = service;
    }

    static Reproduction compare(
            History history, ServiceModel service, List<ModelledWindow> windows) {
        Reproducer reproducer = new Reproducer(history, service);
        windows.forEach(reproducer::add);
        List<AspectError> aspects = reproducer.aspects();
        Doubts doubts = new Doubts(history, service, windows);
        return new Reproduction(aspects, doubts.about(aspects));
    }

    private List<AspectError> aspects() {
        double allowed = 1 - service.slo().quantile();
        return Stream.of(
                        busy.windowByWindow(),
                        mean.windowByWindow(),
                        tail.windowByWindow(),
                        violations.altogether(allowed))
                .flatMap(Optional::stream)
                .toList();
    }

    private void add(ModelledWindow modelled) {
        if (!history.isReplayable(modelled.window())) {
            return;
        }
        seen(Signal.UTILIZATION, modelled)
                .ifPresent(share -> add(busy, modelled, modelled.busyShare(), Math.min(share, 1)));
        if (isCalm(modelled)) {
            latency(mean, Signal.MEAN_LATENCY, modelled, modelled.meanSeconds());
            latency(tail, Signal.TAIL_LATENCY, modelled, modelled.tailSeconds());
        }
        seen(Signal.TAIL_LATENCY, modelled)
                .ifPresent(seconds ->
                        add(
                                violations,
                                modelled,
                                isViolated(modelled) ? 1 : 0,
                                misses(seconds) ? 1 : 0));
    }

    private void latency(
            Comparison comparison, Signal signal, ModelledWindow modelled, double seconds) {
        OptionalDouble seen = seen(signal, modelled);
        if (seen.orElse(0) > 0 && seconds > 0) {
            add(comparison, modelled, seconds, seen.getAsDouble());
        }
    }

    private void add(Comparison comparison, ModelledWindow modelled, double model, double seen) {
        Instant at =
                history.start().plusSeconds((long) modelled.window() * history.windowSeconds());
        comparison.add(at, model, seen, modelled.requests());
    }

    private boolean isCalm(ModelledWindow modelled) {
        return modelled.busyShare() <= SATURATED
                && seen(Signal.UTILIZATION, modelled).orElse(0) <= SATURATED;
    }

    private boolean isViolated(ModelledWindow modelled) {
        return modelled.refused() || misses(modelled.tailSeconds());
    }

    private boolean misses(double seconds) {
        Slo slo = service.slo();
        return seconds > slo.targetSeconds();
    }

    private OptionalDouble seen(Signal signal, ModelledWindow modelled) {
        return history.of(signal).at(modelled.window());
    }
}
