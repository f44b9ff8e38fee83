// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of each request of a schedule, in nanoseconds since the start. Latency counts from
 * when a request was to be sent, not from when it was: a sender that falls behind hides nothing.
 *
 * <p>Different requests may be recorded by different threads, each once; reading needs a
 * happens-before edge to all of them.
 */
final class Recording {
    private final Schedule schedule;
    private final long[] sentNanos;
    private final long[] endNanos;
    private final byte[] servers;
    private final int[] wokeLateMicros;
    private final BitSet lost = new BitSet();
    private final Map<Integer, String> reasons = new ConcurrentHashMap<>();

    Recording(Schedule schedule) {
        this.schedule = schedule;
        this.sentNanos = new long[schedule.requests()];
        this.endNanos = new long[schedule.requests()];
        this.servers = new byte[schedule.requests()];
        this.wokeLateMicros = new int[schedule.requests()];
    }

    Schedule schedule() {
        return schedule;
    }

    void sent(int request, long nanos) {
        sentNanos[request] = nanos;
    }

    void answered(int request, int server, long nanos) {
        endNanos[request] = nanos;
        servers[request] = (byte) server;
    }

    /** How late the slot that served it woke. */
    void wokeLate(int request, long micros) {
        wokeLateMicros[request] = Math.toIntExact(micros);
    }

    /** It ended without an answer. */
    void lost(int request, long nanos) {
        endNanos[request] = nanos;
        synchronized (lost) {
            lost.set(request);
        }
    }

    /** Why it was lost. */
    void lostTo(int request, String reason) {
        reasons.put(request, reason);
    }

    /** Why it was lost; empty where nobody said. */
    Optional<String> reason(int request) {
        return Optional.ofNullable(reasons.get(request));
    }

    boolean isAnswered(int request) {
        return !lost.get(request);
    }

    /** How many were never answered. */
    int lost() {
        return lost.cardinality();
    }

    /** Which server answered it. */
    int server(int request) {
        return servers[request];
    }

    /** When it left the system, answered or lost. */
    long endNanos(int request) {
        return endNanos[request];
    }

    /** Seconds that it was sent late. */
    double latenessSeconds(int request) {
        return (sentNanos[request] - schedule.sendNanos(request)) / 1e9;
    }

    /** Milliseconds that the slot which served it woke late; 0 where none said so. */
    double wokeLateMs(int request) {
        return wokeLateMicros[request] / 1e3;
    }

    /** Seconds from when it was to be sent until its answer was there. */
    double latencySeconds(int request) {
        return (endNanos[request] - schedule.sendNanos(request)) / 1e9;
    }
}
