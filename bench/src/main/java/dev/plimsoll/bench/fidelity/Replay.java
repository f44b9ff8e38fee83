// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.ArrayList;
import java.util.List;

/**
 * A real run computed again: the same requests at the same servers, which answer without any cost
 * of their own. What is left between the two is the machine's doing, not chance and not the model.
 * Not thread-safe.
 */
final class Replay {
    private static final long NANOS = 1_000_000_000;

    private final Recording real;
    private final Recording ideal;
    private final List<ServerQueue> servers = new ArrayList<>();
    private final int crashing;
    private final long crashNanos;
    private boolean crashed;

    private Replay(Profile profile, Setup setup, Recording real) {
        this.real = real;
        this.ideal = new Recording(real.schedule());
        this.crashing = setup.servers() - 1;
        this.crashNanos = crash(profile);
        for (int server = 0; server <= setup.servers(); server++) {
            servers.add(new ServerQueue(setup.station().concurrency()));
        }
    }

    /** The run as it would have been, with so much added to every latency. */
    static Recording of(Profile profile, Setup setup, Recording real, double overheadSeconds) {
        Replay replay = new Replay(profile, setup, real);
        long overhead = Math.round(overheadSeconds * NANOS);
        for (int request = 0; request < real.schedule().requests(); request++) {
            replay.serve(request, overhead);
        }
        return replay.ideal;
    }

    private void serve(int request, long overhead) {
        long sent = real.schedule().sendNanos(request);
        if (sent >= crashNanos && !crashed) {
            servers.get(crashing).clear();
            crashed = true;
        }
        ideal.sent(request, sent);
        if (real.isAnswered(request)) {
            int server = real.server(request);
            long service = real.schedule().serviceNanos(request);
            long end = servers.get(server).serve(sent, service);
            ideal.answered(request, server, end + overhead);
        } else {
            ideal.lost(request, real.endNanos(request));
        }
    }

    private static long crash(Profile profile) {
        for (int phase = 0; phase < profile.phases().size(); phase++) {
            if (profile.phases().get(phase).change() == Change.CRASHED) {
                return profile.begin(phase) * NANOS;
            }
        }
        return Long.MAX_VALUE;
    }
}
