// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.scenario;

import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Resources;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.sim.cluster.TelemetryFaults;
import dev.plimsoll.sim.scenario.Scenario.Sessions;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * An hour of a service of any kind, to which anything may happen. Sessions are never longer than
 * their time to drain.
 */
public final class RandomScenario {
    private static final int MINUTES = 60;
    private static final long SECONDS = 60L * MINUTES;

    private final SplittableRandom random;
    private final int max;

    private RandomScenario(long seed) {
        random = new SplittableRandom(seed);
        max = random.nextInt(8, 40);
    }

    public static Scenario of(long seed) {
        return new RandomScenario(seed).scenario();
    }

    private Scenario scenario() {
        ScenarioBuilder builder =
                ScenarioBuilder.minutes(MINUTES)
                        .roughness(random.nextDouble(0.01, 0.2))
                        .initial(random.nextInt(4, 8))
                        .limits(random.nextInt(1, 4), max)
                        .behavior(behavior())
                        .state(state())
                        .sessions(new Sessions(random.nextDouble(0.5, 5), 20, 240))
                        .startUp(random.nextDouble(5, 120), random.nextDouble(0, 0.6))
                        .loss(random.nextInt(3) == 0 ? random.nextDouble(0, 0.3) : 0);
        if (random.nextInt(3) == 0) {
            builder.pool(pool());
        }
        if (random.nextInt(3) == 0) {
            builder.pushed(Duration.ofSeconds(5));
        }
        demand(builder);
        for (int events = random.nextInt(4); events > 0; events--) {
            builder.event(event());
        }
        return builder.build();
    }

    private void demand(ScenarioBuilder builder) {
        long second = 0;
        while (second < SECONDS) {
            builder.demand(second, random.nextDouble(0.2, max * 1.2));
            second += random.nextLong(20, 900);
        }
    }

    private Event event() {
        long from = random.nextLong(300, SECONDS - 600);
        long until = from + random.nextLong(60, 1200);
        var kinds = TelemetryFaults.Kind.values();
        return switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                    new Event.MetricsOutage(from, until, kinds[random.nextInt(kinds.length)]);
            case 3 -> new Event.RetryStorm(from, until, random.nextDouble(1.1, 4));
            case 4 -> new Event.Attack(from, until, random.nextDouble(50, 2000));
            case 5 -> new Event.Bottleneck(from, until, random.nextDouble(50, 1000));
            case 6 -> new Event.SlowStarts(from, until, random.nextDouble(2, 10));
            case 7 -> new Event.ScaleByHand(from, random.nextInt(3, 8));
            case 8 ->
                    new Event.Harm(from, until, random.nextDouble(1, 5), random.nextDouble(0, 0.5));
            default ->
                    random.nextBoolean()
                            ? new Event.Crash(from, 1)
                            : new Event.RollingUpdate(from, 1);
        };
    }

    private ScalingBehavior behavior() {
        return new ScalingBehavior(
                random.nextInt(1, 7),
                random.nextDouble(0.1, 1),
                Duration.ofSeconds(random.nextInt(15, 300)),
                Duration.ofSeconds(random.nextInt(0, 180)),
                random.nextInt(1, 21));
    }

    private StateKind state() {
        return switch (random.nextInt(3)) {
            case 0 -> StateKind.STATELESS;
            case 1 -> new StateKind.Sessions(Duration.ofMinutes(5));
            default -> new StateKind.Ordered(random.nextInt(1, 4));
        };
    }

    private Pool pool() {
        int replicas = random.nextInt(8, max + 4);
        Resources request = Workload.USUAL_REQUEST;
        Resources nodes =
                new Resources(replicas * request.cpuCores(), replicas * request.memoryBytes() + 1);
        return new Pool(nodes, random.nextInt(8, max + 4));
    }
}
