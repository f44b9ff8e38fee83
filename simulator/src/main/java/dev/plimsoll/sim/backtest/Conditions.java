// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.model.Pool;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.model.Workload;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.cluster.ServiceState;
import dev.plimsoll.sim.cluster.SessionArrivals;
import dev.plimsoll.sim.cluster.Visibility;
import dev.plimsoll.sim.scenario.Event;
import dev.plimsoll.sim.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * All that every policy of a comparison meets, besides demand and lead times.
 *
 * @param initial replicas that are ready at the start
 * @param nodes what the nodes hold altogether
 * @param price of a replica for an hour
 * @param seed of what is drawn at random
 */
record Conditions(
        ServiceModel service,
        Scenario.StartUp startUp,
        Workload workload,
        int initial,
        Scenario.Sessions sessions,
        Visibility visibility,
        Pool nodes,
        List<Event> events,
        double price,
        long seed) {

    static Conditions of(Scenario scenario, long seed) {
        var observation = scenario.observation();
        return new Conditions(
                scenario.service(),
                scenario.startUp(),
                scenario.workload(),
                scenario.initial(),
                scenario.sessions(),
                new Visibility(
                        observation.signals(),
                        observation.pushed(),
                        observation.noise() ? Optional.of(seed) : Optional.empty(),
                        EventPlayer.faults(
                                scenario.events(),
                                observation.loss(),
                                (long) scenario.steps() * scenario.service().stepSeconds(),
                                seed)),
                scenario.pool(),
                scenario.events(),
                1,
                seed);
    }

    /** The same, told another price of violations. */
    Conditions withViolationCost(double cost) {
        return new Conditions(
                service,
                startUp,
                workload.withViolationCost(cost),
                initial,
                sessions,
                visibility,
                nodes,
                events,
                price,
                seed);
    }

    /** What the replicas of a fresh service keep. */
    ServiceState state() {
        String name = workload.id().name();
        return switch (workload.protection().state()) {
            case StateKind.Stateless _ -> ServiceState.stateless();
            case StateKind.Ordered _ -> ServiceState.ordered(name);
            case StateKind.Sessions _ ->
                    ServiceState.sessions(
                            name,
                            new SessionArrivals(
                                    sessions.requestsPerSecond(),
                                    sessions.leastSeconds(),
                                    sessions.mostSeconds(),
                                    seed));
        };
    }

    /** The same, but each replica has a name. */
    ServiceState stateByName() {
        return switch (workload.protection().state()) {
            case StateKind.Stateless _ -> ServiceState.named(workload.id().name());
            case StateKind.Ordered _, StateKind.Sessions _ -> state();
        };
    }

    /** The most replicas that the nodes hold. */
    int room() {
        return nodes.left().holds(workload.request());
    }
}
