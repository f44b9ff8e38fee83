// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The orders that were carried out, by their ids, and the latest epoch. Not thread-safe. */
final class OrderBook {
    private final Map<String, AppliedOrder> applied = new TreeMap<>();
    private long epoch;

    /** What an order meets before its workload is looked at; empty if nothing stands against it. */
    Optional<ScaleAnswer> meet(ScaleOrder order) {
        if (order.epoch() < epoch) {
            return Optional.of(new ScaleAnswer.Superseded(epoch));
        }
        epoch = order.epoch();
        return find(order.actionId())
                .map(earlier ->
                        order.asksFor(earlier.order())
                                ? new ScaleAnswer.Repeated(earlier)
                                : new ScaleAnswer.Reused(earlier));
    }

    void enter(AppliedOrder order) {
        applied.put(order.order().actionId(), order);
        epoch = Math.max(epoch, order.order().epoch());
    }

    Optional<AppliedOrder> find(String actionId) {
        return Optional.ofNullable(applied.get(actionId));
    }

    int size() {
        return applied.size();
    }
}
