// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import dev.plimsoll.sim.baseline.kpa.Averages.NoData;
import dev.plimsoll.sim.baseline.kpa.Averages.Observed;

/**
 * Keeps the scrapes of one revision in four windows: stable and panic, of concurrency and of
 * requests per second. What the activator proxied it has reported itself, and is left out here.
 *
 * <p>Source: Knative Serving 0.51, {@code pkg/autoscaler/metrics/collector.go}. Not thread-safe.
 */
public final class MetricCollector {
    private final MetricWindow concurrency;
    private final MetricWindow panicConcurrency;
    private final MetricWindow requests;
    private final MetricWindow panicRequests;
    private boolean scraped;

    /** A collector that has seen nothing yet. Its aggregation never changes. */
    public MetricCollector(Aggregation aggregation, MetricSpec spec) {
        concurrency = aggregation.window(spec.stableWindowSeconds());
        panicConcurrency = aggregation.window(spec.panicWindowSeconds());
        requests = aggregation.window(spec.stableWindowSeconds());
        panicRequests = aggregation.window(spec.panicWindowSeconds());
        scraped = spec.scraped();
    }

    /** Goes on with other windows. */
    public void update(MetricSpec spec, long now) {
        concurrency.resize(spec.stableWindowSeconds(), now);
        panicConcurrency.resize(spec.panicWindowSeconds(), now);
        requests.resize(spec.stableWindowSeconds(), now);
        panicRequests.resize(spec.panicWindowSeconds(), now);
        scraped = spec.scraped();
    }

    /** Adds a scrape to the second that it is of. */
    public void record(long second, Scrape scrape) {
        concurrency.record(second, scrape.ownConcurrency());
        panicConcurrency.record(second, scrape.ownConcurrency());
        requests.record(second, scrape.ownRequests());
        panicRequests.record(second, scrape.ownRequests());
    }

    /** Both averages of a metric at a second. */
    public Averages averages(ScalingMetric metric, long now) {
        return switch (metric) {
            case CONCURRENCY -> averages(concurrency, panicConcurrency, now);
            case RPS -> averages(requests, panicRequests, now);
        };
    }

    private Averages averages(MetricWindow stable, MetricWindow panic, long now) {
        return scraped && stable.isEmpty(now)
                ? new NoData()
                : new Observed(stable.average(now), panic.average(now));
    }
}
