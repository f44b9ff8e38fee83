// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.sim.score.Regret;
import dev.plimsoll.sim.score.Scores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Replays traces and scenarios through policies. Runs are independent of each other and joined in
 * the order in which they were asked for, so the result does not depend on the number of threads.
 */
public final class Backtest {
    private final List<PolicySpec> policies;
    private final RunObserver observer;

    public Backtest(List<PolicySpec> policies, RunObserver observer) {
        this.policies = List.copyOf(policies);
        this.observer = observer;
    }

    /**
     * Runs every policy on every case.
     *
     * @param cases are made when their turn comes
     * @param done is called after each run, from any thread
     */
    public List<BacktestRun> run(
            List<? extends Supplier<BacktestCase>> cases, int threads, Runnable done) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<BacktestRun>> runs = new ArrayList<>();
            for (Supplier<BacktestCase> each : cases) {
                Future<BacktestCase> prepared = executor.submit(each::get);
                for (PolicySpec policy : policies) {
                    runs.add(
                            executor.submit(() -> {
                                BacktestRun run = run(prepared.get(), policy);
                                done.run();
                                return run;
                            }));
                }
            }
            return join(runs);
        }
    }

    private static List<BacktestRun> join(List<Future<BacktestRun>> runs) {
        List<BacktestRun> results = new ArrayList<>();
        try {
            for (Future<BacktestRun> run : runs) {
                results.add(run.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the back-test was interrupted", e);
        } catch (ExecutionException e) {
            runs.forEach(run -> run.cancel(true));
            throw rootCause(e) instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        }
    }

    private static Throwable rootCause(ExecutionException e) {
        Throwable cause = e;
        while (cause instanceof ExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private BacktestRun run(BacktestCase run, PolicySpec policy) {
        return policy.grid()
                ? best(run, policy)
                : show(run, policy, settle(run, policy, replay(run, policy)));
    }

    /** A setting with its run and what that is worth at each kappa. */
    private record Settled(
            PolicySpec policy, Run run, SortedMap<Integer, Double> regrets, double cost) {}

    private static Settled settle(BacktestCase run, PolicySpec policy, Run result) {
        double cost =
                Regret.of(result.scores(), run.oracleReplicaHours())
                        .map(value -> value.at(run.workload().violationCost()))
                        .orElse(Double.POSITIVE_INFINITY);
        return new Settled(policy, result, regrets(run, result.scores()), cost);
    }

    /** By kappa; empty without a score. */
    static SortedMap<Integer, Double> regrets(BacktestCase run, Scores scores) {
        SortedMap<Integer, Double> regrets = new TreeMap<>();
        var regret = Regret.of(scores, run.oracleReplicaHours());
        for (int kappa : Regret.KAPPAS) {
            regret.ifPresent(value -> regrets.put(kappa, value.at(kappa)));
        }
        return Collections.unmodifiableSortedMap(regrets);
    }

    private static Run replay(BacktestCase run, PolicySpec policy) {
        if (policy.name().equals(PolicyCatalog.ORACLE)) {
            return OracleRun.of(run);
        }
        return new Simulation(run, policy).run();
    }

    private BacktestRun best(BacktestCase run, PolicySpec grid) {
        SortedMap<Integer, Double> least = new TreeMap<>();
        Settled best = null;
        for (PolicySpec setting : PeerGrid.of(grid.name())) {
            Settled settled = settle(run, setting, PeerGrid.tried(run, setting));
            settled.regrets().forEach((kappa, regret) -> least.merge(kappa, regret, Math::min));
            if (best == null || settled.cost() < best.cost()) {
                best = settled;
            }
        }
        if (best == null) {
            throw new IllegalStateException("the grid of %s is empty".formatted(grid));
        }
        Settled played = settle(run, best.policy(), replay(run, best.policy()));
        BacktestRun shown = show(run, grid, played);
        return new BacktestRun(shown.trace(), grid, shown.used(), true, shown.scores(), least);
    }

    private BacktestRun show(BacktestCase run, PolicySpec policy, Settled settled) {
        observer.finished(run, policy, settled.run().timeline());
        PolicySpec used = PolicyCatalog.complete(settled.policy(), run.peakNeed());
        return new BacktestRun(
                run.name(), policy, used, false, settled.run().scores(), settled.regrets());
    }
}
