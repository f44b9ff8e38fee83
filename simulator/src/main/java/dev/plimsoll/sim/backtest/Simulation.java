// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.sim.cluster.ServedStep;
import dev.plimsoll.sim.cluster.SimulatedService;
import dev.plimsoll.sim.cluster.SimulatedWorld;
import dev.plimsoll.sim.cluster.Traffic;
import dev.plimsoll.sim.score.ScoreContext;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * One contender's way through one case, step by step: {@link #next} until {@link #hasNext} is
 * false, then {@link #finish}. Not thread-safe.
 */
public final class Simulation {
    private final BacktestCase replay;
    private final ScoreContext context;
    private final SimulatedWorld world;
    private final Contender contender;
    private final RunRecorder recorder;
    private final EventPlayer events;
    private final long cycleSeconds;
    private int step;

    /** A simulation at second 0 of any policy but the oracle, which is planned and not run. */
    public Simulation(BacktestCase replay, PolicySpec policy) {
        this(replay, PolicyCatalog.entry(PolicyCatalog.complete(policy, replay.peakNeed())));
    }

    Simulation(BacktestCase replay, Function<SimulatedWorld, Contender> entry) {
        this(replay, replay.world(), entry);
    }

    private Simulation(
            BacktestCase replay, SimulatedWorld world, Function<SimulatedWorld, Contender> entry) {
        this.replay = replay;
        this.context = replay.context();
        this.world = world;
        this.contender = entry.apply(world);
        this.recorder = new RunRecorder(replay, world.service().state());
        this.events = EventPlayer.of(replay);
        this.cycleSeconds = world.workload().cadence().cycle().toSeconds();
    }

    /** One of a peer that looks at no tail latency, for its scores alone. */
    static Simulation forScores(BacktestCase replay, PolicySpec peer) {
        return new Simulation(replay, replay.worldWithoutTails(), PolicyCatalog.entry(peer));
    }

    public boolean hasNext() {
        return step < context.steps();
    }

    /** Lets one step pass. */
    public Moment next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the trace ends at step %d".formatted(step));
        }
        SimulatedService service = world.service();
        service.beginStep((long) step * context.stepSeconds());
        events.happen(service);
        List<DecisionRecord> decisions = decide();
        recorder.decided(step, decisions);
        int billed = service.billed();
        Traffic traffic = events.traffic(context.demand(step), service.now());
        ServedStep served = service.serve(traffic, recorder.tally(step));
        recorder.step(served, billed, service.desired());
        observe(served);
        step++;
        return new Moment(world.now(), served, service.desired(), billed, decisions);
    }

    /** Scale-ins so far, in scored steps, on readings that did not show what was. */
    public int scaleInsWithoutEvidence() {
        return recorder.scaleInsWithoutEvidence();
    }

    /** Scores what has been run; every step must have passed. */
    public Run finish() {
        return recorder.finish();
    }

    /** Lets all steps pass that are left, and scores the whole. */
    public Run run() {
        while (hasNext()) {
            next();
        }
        return finish();
    }

    private List<DecisionRecord> decide() {
        int before = world.service().desired();
        boolean turn = world.second() % cycleSeconds == 0;
        List<DecisionRecord> decisions = turn ? contender.decide(world) : contender.between(world);
        if (world.service().desired() < before
                && !world.telemetry().isTrustworthy(world.second())) {
            recorder.scaleInWithoutEvidence(step);
        }
        return decisions;
    }

    private void observe(ServedStep served) {
        int seconds = context.stepSeconds();
        boolean known = replay.demand().known(step);
        var sessions = world.service().state().sessions();
        world.telemetry().record(served, world.second() + seconds, seconds, known, sessions);
    }
}
