// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Outlooks;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TestReadings;
import dev.plimsoll.telemetry.WorkloadSnapshot;
import java.time.Instant;
import java.util.List;

/** A workload whose objective is 250 ms, as a cycle sees it while scale-outs are on trial. */
final class GainScene {
    static final double MISSED = 1.0;
    static final double MET = 0.2;

    private GainScene() {}

    /** All replicas ready, and readings of the interval that ends at the look. */
    static Outlook look(Instant at, int replicas, double latency, double goodput) {
        return look(at, replicas, replicas, readings(at, latency, goodput));
    }

    static Outlook look(Instant at, int replicas, int ready, TestReadings readings) {
        return look(at, replicas, ready, readings.readings());
    }

    static Outlook look(Instant at, int replicas, int ready, Readings readings) {
        var inventory = new Inventory(Workloads.WEB, replicas, ready, 1, List.of());
        return Outlooks.of(Workloads.web(), at, new WorkloadSnapshot(inventory, readings));
    }

    static TestReadings readings(Instant end, double latency, double goodput) {
        return TestReadings.at(end)
                .fresh(Signal.TAIL_LATENCY, latency)
                .fresh(Signal.GOODPUT, goodput);
    }

    /** A scale-out to {@code replicas} at this demand that cannot be judged yet. */
    static void onTrial(ActionHistory history, Instant at, int replicas, double demand) {
        TestReadings readings = readings(at, MISSED, 100).fresh(Signal.DEMAND, demand);
        Outlook before = look(at, replicas - 1, replicas - 1, readings);
        history.observe(before);
        history.approved(
                before, Purpose.PLAN, new Action.Scale(Workloads.WEB, replicas - 1, replicas));
    }

    /**
     * Two scale-outs to {@code replicas} that changed nothing, the last found out at {@code at}.
     */
    static void useless(ActionHistory history, Instant at, int replicas) {
        for (int trial = 1; trial >= 0; trial--) {
            Instant found = at.minusSeconds(100L * trial);
            int size = replicas - trial;
            Outlook before = look(found.minusSeconds(60), size - 1, MISSED, 100);
            history.observe(before);
            history.approved(before, Purpose.PLAN, new Action.Scale(Workloads.WEB, size - 1, size));
            history.observe(look(found.minusSeconds(30), size, MISSED, 100));
            history.observe(look(found, size, MISSED, 100));
        }
    }
}
