// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.forecast.bound.LookAhead;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Replica;
import dev.plimsoll.telemetry.ReplicaReading;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Out by overloaded replicas, in by forecast: Yadav et al. 2020, Algorithm 2, which combines
 * Algorithm 1 with a forecast. What the print cannot mean we read so:
 *
 * <ul>
 *   <li>What is returned is what was set; the printed sum counts the running replicas twice.
 *   <li>Periods in a row count in which every prediction was below the number held; any other
 *       period, and any scaling, starts the count again. In the k-th of them the latest prediction
 *       is gone down to. (The print looks at the last prediction only, a period later.)
 *   <li>A forecast never scales out.
 *   <li>At the end of the wait Algorithm 1 is evaluated again; its new result is carried out, or
 *       the request lapses.
 *   <li>A replica without a fresh reading forbids a scale-in, and starts the count again.
 * </ul>
 *
 * <p>That a scale-out is slow on a flash crowd (a fully overloaded service grows by 18 % a period)
 * is the paper's, and stays. See {@link HybridAlgorithm} for the numbers and the readings there.
 */
public record HybridPolicy(HybridAlgorithm algorithm) implements Policy {
    public static final String NAME = "hybrid";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Signal> evidence() {
        return List.of(Signal.DEMAND, Signal.UTILIZATION);
    }

    /** Where each replica is read, their mean is not needed; but if it is known it must be good. */
    @Override
    public List<Signal> evidence(Outlook outlook) {
        var readings = outlook.snapshot().readings();
        boolean each = HybridAlgorithm.tellsApart(readings.replicas());
        return each && !readings.isKnown(Signal.UTILIZATION) ? List.of(Signal.DEMAND) : evidence();
    }

    @Override
    public LookAhead lookAhead() {
        return new LookAhead.By(algorithm.forecaster());
    }

    @Override
    public boolean looksAtReplicas() {
        return true;
    }

    @Override
    public Want want(Outlook outlook) {
        int current = outlook.current();
        int running = outlook.snapshot().inventory().ready();
        var mean = outlook.snapshot().readings().fresh(Signal.UTILIZATION);
        List<ReplicaReading> replicas = running(outlook);
        var load = algorithm.load(replicas, mean, running);
        if (load.overloaded() > 0) {
            int reactive = algorithm.reactive(running, load.overloaded());
            boolean each = HybridAlgorithm.tellsApart(replicas);
            return new Want(
                    Math.max(current, reactive),
                    each ? Reason.OVERLOADED_REPLICAS : Reason.OVERLOAD);
        }
        return load.complete() ? proactive(outlook) : new Want(current, Reason.NO_EVIDENCE);
    }

    @Override
    public int scaleInAfterPeriods(Outlook outlook) {
        return algorithm.periods();
    }

    @Override
    public Hold hold() {
        return Hold.LATEST;
    }

    @Override
    public Duration scaleOutAfter() {
        return algorithm.scaleOutAfter();
    }

    private Want proactive(Outlook outlook) {
        int current = outlook.current();
        int min = outlook.workload().limits().min();
        OptionalInt expected = algorithm.proactive(outlook.bound(), outlook.capacity(), min);
        if (expected.isEmpty()) {
            return new Want(current, Reason.NO_FORECAST);
        }
        return expected.getAsInt() < current
                ? new Want(expected.getAsInt(), Reason.EXPECTED)
                : new Want(current, Reason.NOT_OVERLOADED);
    }

    /** The readings of replicas that are not leaving. */
    private static List<ReplicaReading> running(Outlook outlook) {
        Inventory inventory = outlook.snapshot().inventory();
        List<ReplicaReading> readings = outlook.snapshot().readings().replicas();
        if (inventory.leaving() == 0) {
            return readings;
        }
        Set<String> leaving = new TreeSet<>();
        for (Replica replica : inventory.replicas()) {
            if (replica.phase() == Replica.Phase.LEAVING) {
                leaving.add(replica.name());
            }
        }
        return readings.stream().filter(reading -> !leaving.contains(reading.replica())).toList();
    }
}
