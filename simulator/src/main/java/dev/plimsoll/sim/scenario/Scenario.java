// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.scenario;

import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.cluster.ServiceModel;
import java.util.List;

/**
 * One service, its demand, what happens to it, and who may scale it.
 *
 * @param warmUpSeconds the leading part that is history and not scored
 * @param initial replicas that are ready at the start
 * @param pool what its nodes hold altogether
 * @param policies to be compared where nobody names others
 */
public record Scenario(
        String name,
        String description,
        long seconds,
        long warmUpSeconds,
        Demand demand,
        ServiceModel service,
        StartUp startUp,
        int initial,
        Workload workload,
        Sessions sessions,
        Observation observation,
        Pool pool,
        List<Event> events,
        List<String> policies) {

    /** How long replicas take to start: lognormal, or fixed where the spread is 0. */
    public record StartUp(double medianSeconds, double spread) {}

    /**
     * The sessions of a workload that keeps some.
     *
     * @param requestsPerSecond of an open session
     * @param leastSeconds shortest session; lengths are uniform between this and the longest
     * @param mostSeconds longest session
     */
    public record Sessions(double requestsPerSecond, long leastSeconds, long mostSeconds) {
        public static final Sessions USUAL = new Sessions(0.2, 30, 240);
    }

    public Scenario {
        events = List.copyOf(events);
        policies = List.copyOf(policies);
    }

    /** The same service under another name. */
    public Scenario named(String other) {
        return new Scenario(
                other,
                description,
                seconds,
                warmUpSeconds,
                demand,
                service,
                startUp,
                initial,
                workload.named(new WorkloadId(workload.id().namespace(), other)),
                sessions,
                observation,
                pool,
                events,
                policies);
    }

    public int steps() {
        return (int) (seconds / service.stepSeconds());
    }
}
