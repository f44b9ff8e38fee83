// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.WorkloadId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The in-memory twin of a platform: replicas are ready as soon as they are asked for. Not
 * thread-safe.
 */
public final class InMemoryPlatform implements Platform {
    private final InstantSource clock;
    private final Map<WorkloadId, Inventory> workloads = new TreeMap<>();
    private Pool pool = Pool.UNLIMITED;
    private Optional<PlatformException.Fault> fault = Optional.empty();

    public InMemoryPlatform(InstantSource clock) {
        this.clock = clock;
    }

    /** Sets the number of replicas as a person would, by hand: the version moves on. */
    public void set(WorkloadId workload, int replicas) {
        long version = version(workload) + 1;
        workloads.put(workload, new Inventory(workload, replicas, replicas, version, List.of()));
    }

    /** Sets what the pool has left; it does not follow what is scaled. */
    public void leave(Pool left) {
        pool = left;
    }

    /** From now on it cannot be asked, and carries nothing out. */
    public void breakDown(PlatformException.Fault why) {
        fault = Optional.of(why);
    }

    /** From now on it works again. */
    public void mend() {
        fault = Optional.empty();
    }

    @Override
    public List<Inventory> inventory() {
        requireHealth();
        return List.copyOf(workloads.values());
    }

    @Override
    public Pool pool() {
        requireHealth();
        return pool;
    }

    @Override
    public Outcome apply(ApprovedAction approved) {
        Action action = approved.action();
        if (fault.isPresent()) {
            return new Outcome.Failed(action, clock.instant(), fault.get());
        }
        Inventory inventory = workloads.get(action.workload());
        if (inventory == null) {
            return refused(action, Outcome.Refusal.UNKNOWN_WORKLOAD);
        }
        return switch (action) {
            case Action.Scale(var workload, int _, int to, var _) -> {
                if (inventory.version() != approved.version()) {
                    yield inventory.desired() == to
                            ? new Outcome.Applied(action, clock.instant())
                            : refused(action, Outcome.Refusal.CONFLICT);
                }
                set(workload, to);
                yield new Outcome.Applied(action, clock.instant());
            }
        };
    }

    private void requireHealth() {
        if (fault.isPresent()) {
            throw new PlatformException(fault.get(), "in memory", "it was told to fail");
        }
    }

    private long version(WorkloadId workload) {
        Inventory inventory = workloads.get(workload);
        return inventory == null ? 0 : inventory.version();
    }

    private Outcome refused(Action action, Outcome.Refusal refusal) {
        return new Outcome.Refused(action, clock.instant(), refusal);
    }
}
