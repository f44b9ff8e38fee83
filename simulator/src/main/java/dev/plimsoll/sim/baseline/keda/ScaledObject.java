// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user asked KEDA for.
 *
 * @param coolDown how long to wait before scaling in
 * @param idleReplicas replicas while no trigger is active, where that is not the minimum
 * @param minReplicas the fewest replicas while one is
 * @param fallback what to do while a trigger fails
 */
public record ScaledObject(
        CoolDown coolDown, OptionalInt idleReplicas, int minReplicas, Optional<Fallback> fallback) {
    /**
     * In seconds.
     *
     * @param seconds since a trigger was last active
     * @param initialSeconds since the object was created, as long as none ever was
     */
    public record CoolDown(long seconds, long initialSeconds) {
        /** Where nothing is set. */
        public static final long DEFAULT_SECONDS = 300;

        /** Where nothing is set. */
        public static final long DEFAULT_INITIAL_SECONDS = 0;
    }

    /** Whether the replicas are fewer than the least that an active workload has. */
    boolean isAsleep(int replicas) {
        return replicas == 0 || (idleReplicas.isPresent() && replicas < minReplicas);
    }

    /** Whether the executor, not the HPA, can take replicas away. */
    boolean canSleep(int replicas) {
        boolean aboveIdle = idleReplicas.isPresent() && replicas > idleReplicas.getAsInt();
        return aboveIdle || (replicas > 0 && minReplicas == 0);
    }

    boolean isBelowMin(int replicas) {
        return idleReplicas.isEmpty() && replicas < minReplicas;
    }

    /**
     * Whether the replicas stay while a trigger fails and none is active: so that the HPA, which
     * rests at none, can set the fallback's.
     */
    boolean holdsOnError() {
        return fallback.map(used -> used.replicas() != 0).orElse(true);
    }

    ReadyCondition readyOnError() {
        return fallback.isPresent() ? ReadyCondition.READY : ReadyCondition.TRIGGER_ERROR;
    }

    int awakeReplicas() {
        return Math.max(1, minReplicas);
    }

    int asleepReplicas() {
        return idleReplicas.orElse(minReplicas);
    }
}
