// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.cluster.LatencyTally;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.sim.cluster.Traffic;
import dev.plimsoll.sim.score.ScoreContext;
import java.util.NoSuchElementException;

/**
 * A case that plays by itself, step by step, and is scaled from outside: nobody decides in it. A
 * step is under way from the beginning; what is ordered meanwhile counts from its start, as it does
 * for the contenders of a {@link Simulation}. Not thread-safe.
 */
public final class OpenRun {
    private final BacktestCase replay;
    private final ScoreContext context;
    private final SimulatedWorld world;
    private final EventPlayer events;
    private int step;
    private boolean repeats;

    /**
     * A step that has passed.
     *
     * @param end the second in which it ended
     * @param seconds how long it was
     * @param latencies of its requests
     */
    public record Passed(ServedStep served, long end, int seconds, LatencyTally latencies) {}

    /** A run at second 0, of a service whose replicas have names. */
    public OpenRun(BacktestCase replay) {
        this.replay = replay;
        this.context = replay.context();
        this.world = replay.worldOfNames();
        this.events = EventPlayer.of(replay);
        begin();
    }

    /** From now on demand and events begin again whenever they have ended. */
    public void repeat() {
        repeats = true;
    }

    public SimulatedWorld world() {
        return world;
    }

    /** The second in which the step under way ends. */
    public long stepEnd() {
        return (long) (step + 1) * context.stepSeconds();
    }

    /** Whether a step is under way; after the last nothing happens any more. */
    public boolean hasNext() {
        return repeats || step < context.steps();
    }

    /** Lets the step under way pass, and begins the next. */
    public Passed next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the demand ends at step %d".formatted(step));
        }
        LatencyTally latencies = new LatencyTally(replay.service().station());
        long end = stepEnd();
        ServedStep served = world.service().serve(traffic(), latencies);
        observe(served, end);
        step++;
        if (hasNext()) {
            begin();
        }
        return new Passed(served, end, context.stepSeconds(), latencies);
    }

    private void begin() {
        world.service().beginStep((long) step * context.stepSeconds());
        events.happen(world.service());
    }

    private Traffic traffic() {
        return events.traffic(context.demand(stepOfRound()), world.second());
    }

    private int stepOfRound() {
        return step % context.steps();
    }

    private void observe(ServedStep served, long end) {
        boolean known = replay.demand().known(stepOfRound());
        var sessions = world.service().state().sessions();
        world.telemetry().record(served, end, context.stepSeconds(), known, sessions);
    }
}
