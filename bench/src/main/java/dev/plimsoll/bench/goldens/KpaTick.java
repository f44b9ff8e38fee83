// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Defaults.check;
import static dev.plimsoll.bench.goldens.Defaults.orFalse;
import static dev.plimsoll.bench.goldens.Defaults.orZero;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.plimsoll.sim.baseline.kpa.Averages;
import dev.plimsoll.sim.baseline.kpa.ReadyPods;
import dev.plimsoll.sim.baseline.kpa.Scrape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tick of the autoscaler: what it met, and what it decided. */
record KpaTick(
        @JsonProperty(required = true) long t,
        @Nullable Integer ready,
        @Nullable String readyError,
        @Nullable KpaSpec spec,
        @Nullable Boolean noData,
        @Nullable Double stable,
        @Nullable Double panic,
        @Nullable List<Stat> stats,
        @JsonProperty(required = true) KpaExpect expect) {
    /** A scrape; zeros at the end are left out. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"second", "concurrency", "proxied", "requests", "proxiedRequests"})
    record Stat(
            @JsonProperty(required = true) long second,
            @Nullable Double concurrency,
            @Nullable Double proxied,
            @Nullable Double requests,
            @Nullable Double proxiedRequests) {
        Scrape scrape() {
            return new Scrape(
                    orZero(concurrency),
                    orZero(proxied),
                    orZero(requests),
                    orZero(proxiedRequests));
        }
    }

    KpaTick {
        check((ready == null) == (readyError != null), "give either ready or a readyError");
        check((stable == null) == (panic == null), "give both averages or none");
        check(stable == null || !orFalse(noData), "leave the averages out where there is no data");
    }

    ReadyPods readyPods() {
        if (ready != null) {
            return new ReadyPods.Counted(ready);
        }
        return "notFound".equals(readyError)
                ? new ReadyPods.NotFound()
                : new ReadyPods.Unavailable();
    }

    Averages givenAverages() {
        return stable == null || panic == null
                ? new Averages.NoData()
                : new Averages.Observed(stable, panic);
    }

    List<Stat> scrapes() {
        return stats == null ? List.of() : stats;
    }

    String at() {
        return "tick t=" + t;
    }
}
