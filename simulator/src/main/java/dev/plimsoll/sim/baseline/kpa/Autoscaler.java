// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import dev.plimsoll.sim.baseline.kpa.Averages.NoData;
import dev.plimsoll.sim.baseline.kpa.Averages.Observed;
import dev.plimsoll.sim.baseline.kpa.Decision.Scale;
import dev.plimsoll.sim.baseline.kpa.Decision.Undecided;
import dev.plimsoll.sim.baseline.kpa.ReadyPods.Counted;
import dev.plimsoll.sim.baseline.kpa.ReadyPods.NotFound;
import dev.plimsoll.sim.baseline.kpa.ReadyPods.Unavailable;
import dev.plimsoll.sim.baseline.number.Whole;
import java.util.Optional;

/**
 * Decides every two seconds how many pods a revision should have: ceil(average / target), kept
 * between the rates around the ready pods, at least the activation scale. The stable average
 * decides, unless the panic average calls for a multiple of what is ready: then the larger of both
 * does, and the number does not fall while the {@linkplain PanicMode panic} lasts. A {@linkplain
 * ScaleDownDelay delay} holds back what would shrink a reachable revision.
 *
 * <p>Seconds count from any fixed even second. Source: Knative Serving 0.51, {@code
 * pkg/autoscaler/scaling/autoscaler.go}. Not thread-safe.
 */
public final class Autoscaler {
    private final PanicMode panic;
    private final Optional<ScaleDownDelay> delay;
    private AutoscalerSpec spec;

    /** Begins at a second with the pods that are ready then, none if that is not known. */
    public Autoscaler(AutoscalerSpec spec, ReadyPods ready, long second) {
        this.spec = spec;
        this.panic = new PanicMode(ready instanceof Counted(int pods) ? pods : 0, second);
        long delaySeconds = spec.timing().scaleDownDelaySeconds();
        this.delay =
                delaySeconds > 0 ? Optional.of(new ScaleDownDelay(delaySeconds)) : Optional.empty();
    }

    /** Goes on with other settings. Panic and delay remain as they are. */
    public void update(AutoscalerSpec changed) {
        spec = changed;
    }

    /** Whether demand has been an emergency of late. */
    public boolean isPanicking() {
        return panic.isPanicking();
    }

    /** One tick. Without a decision nothing is remembered of it. */
    public Decision decide(long second, ReadyPods ready, Averages averages) {
        return switch (averages) {
            case NoData() -> new Undecided();
            case Observed observed ->
                    switch (ready) {
                        case Unavailable() -> new Undecided();
                        case NotFound() -> decide(second, 0, observed);
                        case Counted(int pods) -> decide(second, pods, observed);
                    };
        };
    }

    private Decision decide(long second, int ready, Observed observed) {
        double atLeastOne = Math.max(1, ready);
        double stablePods = Math.ceil(observed.stable() / spec.load().target());
        double panicPods = Math.ceil(observed.panic() / spec.load().target());
        RateBand band = RateBand.around(atLeastOne, spec);
        boolean reached = panicPods / atLeastOne >= spec.rates().panicThreshold();
        panic.observe(reached, second, spec.timing().stableWindowSeconds());
        int pods = choose(limit(stablePods, band), limit(panicPods, band));
        double excess = spec.load().excess(ready, observed.panic());
        return new Scale(delayed(pods, second), Whole.int32(excess));
    }

    private int limit(double pods, RateBand band) {
        int within = band.clamp(pods);
        boolean raised = spec.activationScale() > 1 && pods > 0;
        return raised ? Math.max(within, spec.activationScale()) : within;
    }

    private int choose(int stablePods, int panicPods) {
        return panic.isPanicking() ? panic.hold(Math.max(stablePods, panicPods)) : stablePods;
    }

    private int delayed(int pods, long second) {
        return spec.reachable() ? delay.map(held -> held.delay(pods, second)).orElse(pods) : pods;
    }
}
