// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Replica;
import dev.plimsoll.model.Replica.Phase;
import dev.plimsoll.model.Workloads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The replicas of a random life: they start in their own time, some never; crash, and drain. */
final class World {
    private record Pod(String name, Phase phase, Instant since, Instant until) {
        Pod become(Phase next, Instant now, long seconds) {
            return new Pod(name, next, now, now.plusSeconds(seconds));
        }
    }

    private final SplittableRandom random;
    private final boolean lists;
    private List<Pod> pods = new ArrayList<>();
    private int named;
    private long version = 1;

    /**
     * @param lists whether the platform lists its replicas
     */
    World(SplittableRandom random, boolean lists, int replicas, Instant now) {
        this.random = random;
        this.lists = lists;
        add(replicas, now);
        pods.replaceAll(pod -> pod.become(Phase.READY, now, 0));
    }

    /** What has become of the replicas by now. */
    void pass(Instant now, boolean quickly) {
        pods.removeIf(pod -> pod.phase() == Phase.LEAVING && !pod.until().isAfter(now));
        pods.replaceAll(pod ->
                pod.phase() == Phase.STARTING && (quickly || !pod.until().isAfter(now))
                        ? pod.become(Phase.READY, now, 0)
                        : pod);
        if (!pods.isEmpty() && random.nextInt(25) == 0) {
            Pod crashed = pods.get(random.nextInt(pods.size()));
            if (crashed.phase() == Phase.READY) {
                pods.set(
                        pods.indexOf(crashed), crashed.become(Phase.STARTING, now, startSeconds()));
            }
        }
    }

    int desired() {
        return (int) pods.stream().filter(pod -> pod.phase() != Phase.LEAVING).count();
    }

    /** Brings the number to this, by whomever; those that are named leave, else the newest. */
    void scale(int to, List<String> victims, Instant now) {
        add(Math.max(0, to - desired()), now);
        victims.forEach(name -> leave(name, now));
        List<Pod> newestFirst = pods.reversed();
        for (Pod pod : List.copyOf(newestFirst)) {
            if (desired() > to) {
                leave(pod.name(), now);
            }
        }
        version++;
    }

    void carryOut(Action.Scale action, Instant now) {
        scale(action.to(), action.victims(), now);
    }

    Inventory inventory() {
        int ready = (int) pods.stream().filter(pod -> pod.phase() == Phase.READY).count();
        Optional<Instant> pending =
                pods.stream()
                        .filter(pod -> pod.phase() == Phase.STARTING)
                        .map(Pod::since)
                        .min(Comparator.naturalOrder());
        return new Inventory(
                Workloads.WEB, desired(), ready, version, List.of(), pending, replicas());
    }

    /** The replicas as the platform lists them, oldest first. */
    List<Replica> replicas() {
        return lists
                ? pods.stream().map(pod -> new Replica(pod.name(), pod.phase())).toList()
                : List.of();
    }

    private void add(int more, Instant now) {
        for (int i = 0; i < more; i++) {
            var until = now.plusSeconds(startSeconds());
            pods.add(new Pod("web-%03d".formatted(named++), Phase.STARTING, now, until));
        }
    }

    private void leave(String name, Instant now) {
        pods.replaceAll(pod ->
                pod.name().equals(name) && pod.phase() != Phase.LEAVING
                        ? pod.become(Phase.LEAVING, now, random.nextInt(0, 120))
                        : pod);
    }

    /** Mostly within the usual 60 s, some far beyond. */
    private long startSeconds() {
        return random.nextInt(15) == 0 ? random.nextInt(60, 400) : random.nextInt(0, 50);
    }
}
