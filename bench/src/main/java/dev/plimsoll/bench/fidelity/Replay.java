// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.ArrayList;
import java.util.List;

/**
 * A real run computed again: the same requests at the same servers, which answer without any cost
 * of their own. What is left between the two is the machine's doing, not chance and not the model.
 * What a crash took stays lost. Not thread-safe.
 */
final class Replay {
    private static final double NANOS = 1e9;

    private final Recording real;
    private final Recording ideal;
    private final long overheadNanos;
    private final List<ServerQueue> servers = new ArrayList<>();

    private Replay(Setup setup, Recording real, double overheadSeconds) {
        this.real = real;
        this.ideal = new Recording(real.schedule());
        this.overheadNanos = Math.round(overheadSeconds * NANOS);
        for (int server = 0; server <= setup.servers(); server++) {
            servers.add(new ServerQueue(setup.station().concurrency()));
        }
    }

    /** The run as it would have been, with so much added to every latency. */
    static Recording of(Setup setup, Recording real, double overheadSeconds) {
        Replay replay = new Replay(setup, real, overheadSeconds);
        for (int request = 0; request < real.schedule().requests(); request++) {
            replay.serve(request);
        }
        return replay.ideal;
    }

    private void serve(int request) {
        long sent = real.schedule().sendNanos(request);
        ideal.sent(request, sent);
        if (real.isAnswered(request)) {
            int server = real.server(request);
            long end = servers.get(server).serve(sent, real.schedule().serviceNanos(request));
            ideal.answered(request, server, end + overheadNanos);
        } else {
            ideal.lost(request, real.endNanos(request));
        }
    }
}
