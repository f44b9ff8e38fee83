// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.ArrayList;
import java.util.List;

/**
 * A real run computed again: the same requests at the same servers, which answer without any cost
 * of their own. What is left between the two is the machine's doing, not chance and not the model.
 * What a crash took stays lost, and has kept the crashed server busy until then. Not thread-safe.
 */
final class Replay {
    private static final double NANOS = 1e9;

    private final Recording real;
    private final Recording ideal;
    private final long overheadNanos;
    private final long crashNanos;
    private final int crashed;
    private boolean isCleared;
    private final List<ServerQueue> servers = new ArrayList<>();

    private Replay(Profile profile, Setup setup, Recording real, double overheadSeconds) {
        this.crashNanos = profile.crashNanos().orElse(Long.MAX_VALUE);
        this.crashed = setup.servers() - 1;
        this.real = real;
        this.ideal = new Recording(real.schedule());
        this.overheadNanos = Math.round(overheadSeconds * NANOS);
        for (int server = 0; server <= setup.servers(); server++) {
            servers.add(new ServerQueue(setup.station().concurrency()));
        }
    }

    /** The run as it would have been, with so much added to every latency. */
    static Recording of(Profile profile, Setup setup, Recording real, double overheadSeconds) {
        Replay replay = new Replay(profile, setup, real, overheadSeconds);
        for (int request = 0; request < real.schedule().requests(); request++) {
            replay.serve(request);
        }
        return replay.ideal;
    }

    private void serve(int request) {
        long sent = real.schedule().sendNanos(request);
        clearIfCrashed(sent);
        ideal.sent(request, sent);
        if (real.isAnswered(request)) {
            long end = occupy(real.server(request), request);
            ideal.answered(request, real.server(request), end + overheadNanos);
        } else {
            loseBefore(request, sent);
        }
    }

    /** What was sent before the crash has kept a slot, or a place in the queue, until then. */
    private void loseBefore(int request, long sent) {
        if (sent < crashNanos) {
            long _ = occupy(crashed, request);
        }
        ideal.lost(request, real.endNanos(request));
    }

    private long occupy(int server, int request) {
        long sent = real.schedule().sendNanos(request);
        return servers.get(server).serve(sent, real.schedule().serviceNanos(request));
    }

    private void clearIfCrashed(long now) {
        if (now >= crashNanos && !isCleared) {
            servers.get(crashed).clear();
            isCleared = true;
        }
    }
}
