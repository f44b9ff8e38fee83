// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Replica.Phase;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.telemetry.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether an action takes care of what replicas keep, for {@link Invariants}. */
record StateCare(Outlook seen, Purpose purpose, Action.Scale action) {
    void collectLess(Set<Invariant> broken) {
        long leaving = count(Phase.LEAVING);
        int lost = action.from() - action.to();
        double blast = seen.workload().protection().blastRadius() * action.from();
        if (leaving > 0 && leaving + lost > Math.max(1, blast)) {
            broken.add(Invariant.FEW_LEAVE_AT_ONCE);
        }
        switch (seen.workload().protection().state()) {
            case StateKind.Stateless _ -> {}
            case StateKind.Sessions _ -> {
                if (!leastToLoseLeave(lost)) {
                    broken.add(Invariant.SESSIONS_ARE_KNOWN_BEFORE_THEIR_REPLICA_LEAVES);
                }
            }
            case StateKind.Ordered(int quorum) -> {
                if (lost > 1 || leaving > 0 || ready() != action.from() || !newestLeave()) {
                    broken.add(Invariant.VOLUMES_LEAVE_ONE_BY_ONE);
                }
                int left = ready() - lost;
                if (left < quorum || 2 * left <= action.from()) {
                    broken.add(Invariant.A_MAJORITY_STAYS);
                }
            }
        }
    }

    void collectMore(Set<Invariant> broken) {
        if (seen.workload().protection().state() instanceof StateKind.Ordered
                && 2 * ready() <= action.to()) {
            broken.add(Invariant.A_MAJORITY_STAYS);
        }
    }

    /** Each that leaves is named, its sessions are known, and none that stays has fewer. */
    private boolean leastToLoseLeave(int lost) {
        Map<String, Double> known = known();
        List<String> victims = action.victims();
        double most =
                victims.stream().mapToDouble(name -> known.getOrDefault(name, 1e9)).max().orElse(0);
        return victims.size() == lost
                && victims.stream().distinct().count() == lost
                && known.keySet().containsAll(victims)
                && known.entrySet().stream()
                        .filter(entry -> !victims.contains(entry.getKey()))
                        .allMatch(entry -> entry.getValue() >= most);
    }

    /** The open sessions of those that take traffic or will, where they are freshly known. */
    private Map<String, Double> known() {
        Map<String, Double> known = new TreeMap<>();
        for (Replica replica : inventory().replicas()) {
            if (replica.phase() == Phase.STARTING) {
                known.put(replica.name(), 0.0);
            }
        }
        for (var reading : seen.snapshot().readings().replicas()) {
            if (reading.sessions() instanceof Reading.Fresh(double open, var _)
                    && inventory()
                            .replicas()
                            .contains(new Replica(reading.replica(), Phase.READY))) {
                known.put(reading.replica(), open);
            }
        }
        return known;
    }

    private boolean newestLeave() {
        List<String> members =
                inventory().replicas().stream()
                        .filter(replica -> replica.phase() != Phase.LEAVING)
                        .map(Replica::name)
                        .toList();
        return members.isEmpty() || action.victims().equals(List.of(members.getLast()));
    }

    private long count(Phase phase) {
        return inventory().replicas().stream().filter(r -> r.phase() == phase).count();
    }

    private int ready() {
        return inventory().ready();
    }

    private Inventory inventory() {
        return seen.snapshot().inventory();
    }
}
