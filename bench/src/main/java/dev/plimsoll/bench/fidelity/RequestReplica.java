// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A run computed request by request: the same schedule, split at random, on servers without any
 * cost of their own. It tells how much chance alone moves the figures of a run as long as this, and
 * shares no code with the product's simulator. Not thread-safe.
 */
final class RequestReplica {
    private static final long NANOS = 1_000_000_000;
    private static final int NEVER = Integer.MAX_VALUE;

    private final Profile profile;
    private final Setup setup;
    private final SplittableRandom random;
    private final List<ServerQueue> servers = new ArrayList<>();
    private final List<Integer> ready = new ArrayList<>();
    private int readyAtSecond = NEVER;
    private int starting;

    RequestReplica(Profile profile, Setup setup, long seed) {
        this.profile = profile;
        this.setup = setup;
        this.random = new SplittableRandom(seed);
        for (int server = 0; server <= setup.servers(); server++) {
            servers.add(new ServerQueue(setup.station().concurrency()));
        }
        for (int server = 0; server < setup.servers(); server++) {
            ready.add(server);
        }
    }

    /** Serves all requests of the schedule. */
    Recording run(Schedule schedule) {
        Recording recording = new Recording(schedule);
        int request = 0;
        for (int phase = 0; phase < profile.phases().size(); phase++) {
            begin(phase, recording, request);
            long end = profile.end(phase) * NANOS;
            while (request < schedule.requests() && schedule.sendNanos(request) < end) {
                serve(request++, recording);
            }
        }
        return recording;
    }

    private void serve(int request, Recording recording) {
        long now = recording.schedule().sendNanos(request);
        if (now >= readyAtSecond * NANOS) {
            ready.add(starting);
            readyAtSecond = NEVER;
        }
        int server = ready.get(random.nextInt(ready.size()));
        long end = servers.get(server).serve(now, recording.schedule().serviceNanos(request));
        recording.sent(request, now);
        recording.answered(request, server, end);
    }

    private void begin(int phase, Recording recording, int request) {
        int second = profile.begin(phase);
        switch (profile.phases().get(phase).change()) {
            case NONE -> {}
            case ADDED -> start(setup.servers(), second);
            case DRAINED -> ready.remove(Integer.valueOf(setup.servers()));
            case CRASHED -> crash(setup.servers() - 1, second, recording, request);
        }
    }

    private void start(int server, int second) {
        starting = server;
        readyAtSecond = second + profile.startUpSeconds();
    }

    private void crash(int server, int second, Recording recording, int served) {
        for (int request = 0; request < served; request++) {
            if (recording.server(request) == server
                    && recording.endNanos(request) > second * NANOS) {
                recording.lost(request, second * NANOS);
            }
        }
        ready.remove(Integer.valueOf(server));
        servers.get(server).clear();
        start(server, second);
    }
}
