// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import dev.plimsoll.model.Workload;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The service of a scenario so many times over, each with luck of its own and each bringing its
 * nodes along. The first ones are the same, however many there are.
 */
public record Copies(Scenario scenario, int number) {
    public static final int MOST = 10_000;

    public Copies {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException(
                    "%d copies of %s: give 1 to %d".formatted(number, scenario.name(), MOST));
        }
    }

    /**
     * A fleet of them. One alone keeps the scenario's name and the seed as it is.
     *
     * @param seed of all that is drawn at random
     */
    public Fleet fleet(long seed) {
        if (number == 1) {
            return new Fleet(BacktestCase.of(scenario, seed));
        }
        SplittableRandom seeds = new SplittableRandom(seed);
        List<BacktestCase> replays =
                services().map(each -> BacktestCase.of(each, seeds.nextLong())).toList();
        return new Fleet(replays, scenario.pool().times(number));
    }

    /** What their owner asks for, in the order of their names. */
    public List<Workload> workloads() {
        return services().map(Scenario::workload).toList();
    }

    private Stream<Scenario> services() {
        return number == 1
                ? Stream.of(scenario)
                : IntStream.rangeClosed(1, number).mapToObj(copy -> scenario.named(name(copy)));
    }

    private String name(int copy) {
        return String.format(Locale.ROOT, "%s-%04d", scenario.name(), copy);
    }
}
