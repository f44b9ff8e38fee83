// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import dev.plimsoll.model.Slo;

/**
 * One replica as an M/M/c queue: Poisson arrivals, {@code concurrency} slots, exponential service,
 * first come first served, in equilibrium.
 *
 * <p>Load is the busy share rho = arrivals × service time / slots. With C(rho) the probability of
 * waiting (Erlang C) and r = c(1 − rho)/s the rate at which a queue empties, the waiting time
 * exceeds t with probability C·e^(−rt), and the response time is the waiting time and an
 * independent service time. Source: Kleinrock, Queueing Systems I, section 3.5; Erlang 1917.
 *
 * <p>Times in seconds, rates per second. Immutable.
 */
public record MmcStation(int concurrency, double serviceSeconds) {
    private static final int BISECTIONS = 50;

    public MmcStation {
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency %d is below 1".formatted(concurrency));
        }
        if (!(serviceSeconds > 0 && Double.isFinite(serviceSeconds))) {
            throw new IllegalArgumentException(
                    "service time %s s is not a positive time".formatted(serviceSeconds));
        }
    }

    /** Requests per second that keep every slot busy. */
    public double saturationRate() {
        return concurrency / serviceSeconds;
    }

    /** Erlang C: the probability that a request has to wait, at 0 ≤ load &lt; 1. */
    public double waitProbability(double load) {
        double offered = load * concurrency;
        double blocking = 1;
        for (int slots = 1; slots <= concurrency; slots++) {
            blocking = offered * blocking / (slots + offered * blocking);
        }
        return blocking / (1 - load * (1 - blocking));
    }

    /** Mean time from arrival to answer, at 0 ≤ load &lt; 1. */
    public double meanResponse(double load) {
        return serviceSeconds + waitProbability(load) / (saturationRate() * (1 - load));
    }

    /** The probability that the time from arrival to answer is above {@code seconds}. */
    public double exceedance(double load, double seconds) {
        return exceedance(waitProbability(load), saturationRate() * (1 - load), seconds);
    }

    /**
     * The same for a request that has to wait with probability {@code waiting}, and then for an
     * exponential time of rate {@code emptying}.
     */
    public double exceedance(double waiting, double emptying, double seconds) {
        if (seconds <= 0) {
            return 1;
        }
        double service = 1 / serviceSeconds;
        double served = StrictMath.exp(-service * seconds);
        double difference = service - emptying;
        double both =
                Math.abs(difference) < 1e-9 * service
                        ? served * (1 + service * seconds)
                        : (service * StrictMath.exp(-emptying * seconds) - emptying * served)
                                / difference;
        return (1 - waiting) * served + waiting * both;
    }

    /** The time within which the share {@code quantile} of requests is answered. */
    public double responseQuantile(double load, double quantile) {
        double high = serviceSeconds;
        while (exceedance(load, high) > 1 - quantile) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (exceedance(load, middle) > 1 - quantile) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The SLO's edge: the largest load at which the objective holds; 0 where even an idle replica
     * misses it.
     */
    public double edgeLoad(Slo slo) {
        double allowed = 1 - slo.quantile();
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (middle < 1 && exceedance(middle, slo.targetSeconds()) <= allowed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
