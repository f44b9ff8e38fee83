// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.backtest.BacktestRun;
import dev.plimsoll.sim.backtest.BacktestSettings;
import java.time.Instant;
import java.util.List;

/**
 * What each policy would have brought, beside what really ran. All runs are of the same model, so
 * that they can be compared; how far the model is to be believed, its reproduction says.
 *
 * @param settings as learned and given: what all runs share
 * @param judgedFrom from when on the past judges; before, it teaches
 * @param judgedSeconds the time that counts
 * @param service the model of a replica
 * @param start how long replicas take to start
 * @param recorded what really ran
 * @param policies in the order asked for
 */
public record Scorecard(
        String workload,
        BacktestSettings settings,
        Instant judgedFrom,
        long judgedSeconds,
        LearnedService.Known service,
        LearnedStart start,
        Reproduction reproduction,
        BacktestRun recorded,
        List<BacktestRun> policies)
        implements Judgement {
    public Scorecard {
        policies = List.copyOf(policies);
    }
}
