// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * All requests of a run, drawn beforehand: when each is to be sent, in nanoseconds since the start,
 * ascending, and how long it is to be served. Arrivals are a Poisson process of a constant rate in
 * each phase, given their number: exactly as many as expected, at independent uniform instants, so
 * that chance does not move the load itself. The same seed gives the same requests. Immutable.
 */
final class Schedule {
    private static final double NANOS = 1e9;

    private final long[] sendNanos;
    private final long[] serviceNanos;

    private Schedule(long[] sendNanos, long[] serviceNanos) {
        this.sendNanos = sendNanos;
        this.serviceNanos = serviceNanos;
    }

    /** The requests of these instants, ascending, and service times. */
    static Schedule of(long[] sendNanos, long[] serviceNanos) {
        return new Schedule(sendNanos.clone(), serviceNanos.clone());
    }

    static Schedule draw(Profile profile, Setup setup, ServiceLaw law, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double mean = setup.station().serviceSeconds();
        long[] sends = new long[0];
        long[] services = new long[0];
        for (int phase = 0; phase < profile.phases().size(); phase++) {
            long[] arrivals = arrivals(profile, setup, phase, random);
            sends = join(sends, arrivals);
            services = join(services, law.nanos(arrivals.length, mean, random));
        }
        return new Schedule(sends, services);
    }

    int requests() {
        return sendNanos.length;
    }

    long sendNanos(int request) {
        return sendNanos[request];
    }

    long serviceNanos(int request) {
        return serviceNanos[request];
    }

    private static long[] arrivals(
            Profile profile, Setup setup, int phase, SplittableRandom random) {
        double begin = profile.begin(phase) * NANOS;
        double length = profile.phases().get(phase).seconds();
        double rate = setup.rate(profile.phases().get(phase).load());
        long[] sends = new long[(int) Math.round(rate * length)];
        Arrays.setAll(sends, _ -> (long) (begin + random.nextDouble() * length * NANOS));
        Arrays.sort(sends);
        return sends;
    }

    private static long[] join(long[] first, long[] second) {
        long[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
