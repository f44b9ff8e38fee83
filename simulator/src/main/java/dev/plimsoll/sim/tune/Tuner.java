// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.tune;

import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.PeerGrid;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.Run;
import dev.plimsoll.sim.backtest.Simulation;
import dev.plimsoll.sim.backtest.Stretch;
import dev.plimsoll.sim.score.Bill;
import dev.plimsoll.sim.score.Timeline;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Tries every setting of HPA's and KEDA's grids on a case, and {@code predictive} beside them. One
 * run of a setting serves twice: its leading part says what could have been chosen beforehand, its
 * scored part what it came to. The result does not depend on the number of threads.
 */
public final class Tuner {
    private static final List<String> PEERS = List.of("hpa", "keda");
    private static final PolicySpec PREDICTIVE = PolicySpec.parse("predictive");

    private final BacktestCase replay;
    private final Stretch leading;
    private final Stretch scored;

    private Tuner(BacktestCase replay) {
        this.replay = replay;
        this.leading = replay.leadingStretch();
        this.scored = replay.scoredStretch();
    }

    /** How many runs a case takes. */
    public static int runs() {
        return (int) settings().count();
    }

    /**
     * Tries all settings.
     *
     * @param done is called after each run, from any thread
     * @return empty where no step is scored, or no request arrives in those that are
     */
    public static Optional<Tuning> tune(BacktestCase replay, int threads, Runnable done) {
        return new Tuner(replay).tune(threads, done);
    }

    private static Stream<PolicySpec> settings() {
        return Stream.concat(
                PEERS.stream().flatMap(peer -> PeerGrid.of(peer).stream()), Stream.of(PREDICTIVE));
    }

    /** A run's bills for the part before the scored one, and for that. */
    private record Trial(PolicySpec setting, Optional<Bill> leading, Optional<Bill> scored) {}

    private Optional<Tuning> tune(int threads, Runnable done) {
        if (scored.context().scoredSeconds() == 0) {
            return Optional.empty();
        }
        List<Trial> trials = trials(threads, done);
        if (trials.stream().anyMatch(trial -> trial.scored().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new Tuning(
                        replay.name(),
                        scored.context().scoredSeconds(),
                        scored.oracleReplicaHours(),
                        PEERS.stream().map(peer -> tuned(peer, trials)).toList(),
                        figures(trials.getLast())));
    }

    private List<Trial> trials(int threads, Runnable done) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<CompletableFuture<Trial>> trials =
                    settings()
                            .map(setting ->
                                    CompletableFuture.supplyAsync(
                                            () -> trial(setting, done), executor))
                            .toList();
            return trials.stream().map(CompletableFuture::join).toList();
        }
    }

    private Trial trial(PolicySpec setting, Runnable done) {
        Timeline timeline = run(setting).timeline();
        done.run();
        return new Trial(
                setting, Bill.of(leading.context(), timeline), Bill.of(scored.context(), timeline));
    }

    /** Our own policy looks at tail latencies. */
    private Run run(PolicySpec setting) {
        return setting.equals(PREDICTIVE)
                ? new Simulation(replay, setting).run()
                : PeerGrid.tried(replay, setting);
    }

    private TunedPeer tuned(String peer, List<Trial> all) {
        List<Trial> own =
                all.stream().filter(trial -> trial.setting().name().equals(peer)).toList();
        PolicySpec usual = PeerGrid.usual(peer);
        return new TunedPeer(
                own.stream()
                        .filter(trial -> trial.setting().equals(usual))
                        .map(this::figures)
                        .findFirst()
                        .orElseThrow(),
                own.stream()
                        .map(this::figures)
                        .min(Comparator.comparingDouble(Figures::regret))
                        .orElseThrow(),
                foreseen(own));
    }

    private Optional<Figures> foreseen(List<Trial> own) {
        if (own.stream().anyMatch(trial -> trial.leading().isEmpty())) {
            return Optional.empty();
        }
        return own.stream()
                .min(
                        Comparator.comparingDouble(
                                trial -> regret(trial.leading().orElseThrow(), leading)))
                .map(this::figures);
    }

    private Figures figures(Trial trial) {
        Bill bill = trial.scored().orElseThrow();
        return new Figures(trial.setting(), bill, regret(bill, scored));
    }

    private double regret(Bill bill, Stretch stretch) {
        return bill.beside(stretch.oracleReplicaHours()).at(replay.workload().violationCost());
    }
}
