// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.capacity;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.time.Duration;

/**
 * Learns the lead time of a workload's replicas from observed starts, as a lognormal distribution:
 * start-up is a product of many factors, and only positive.
 *
 * <p>Prior: a median of 60 s with a log-spread of 0.5, worth four starts. Old starts fade once a
 * hundred have been seen, so that a new image or node type is learned within about as many. Not
 * thread-safe.
 */
public final class LeadTimeModel {
    private static final double PRIOR_LOG_MEDIAN = StrictMath.log(60);
    private static final double PRIOR_LOG_VARIANCE = 0.25;
    private static final double PRIOR_WEIGHT = 4;
    private static final double MAX_WEIGHT = 100;

    /** A start that took less counts as this long. */
    private static final double LEAST_SECONDS = 0.1;

    private double weight = PRIOR_WEIGHT;
    private double logMean = PRIOR_LOG_MEDIAN;
    private double logVariance = PRIOR_LOG_VARIANCE;
    private LeadTime leadTime = derive();

    public void observe(Duration start) {
        if (start.isNegative()) {
            return;
        }
        double seconds = Math.max(start.toMillis() / 1000.0, LEAST_SECONDS);
        weight = Math.min(weight + 1, MAX_WEIGHT);
        double gain = 1 / weight;
        double deviation = StrictMath.log(seconds) - logMean;
        logMean += gain * deviation;
        logVariance = (1 - gain) * (logVariance + gain * deviation * deviation);
        leadTime = derive();
    }

    public LeadTime leadTime() {
        return leadTime;
    }

    public void save(StateWriter out) {
        out.putDouble(weight).putDouble(logMean).putDouble(logVariance);
    }

    public void restore(StateReader in) {
        weight = in.getDouble();
        logMean = in.getDouble();
        logVariance = in.getDouble();
        leadTime = derive();
    }

    private LeadTime derive() {
        return new LeadTime(StrictMath.exp(logMean), StrictMath.sqrt(logVariance));
    }
}
