// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Fields.check;
import static dev.plimsoll.bench.goldens.Fields.orFalse;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.plimsoll.sim.baseline.kpa.Averages;
import dev.plimsoll.sim.baseline.kpa.ReadyPods;
import dev.plimsoll.sim.baseline.kpa.Scrape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tick of the autoscaler: what it met, and what it decided. */
record KpaTick(
        long t,
        @MayBeAbsent @Nullable Integer ready,
        @MayBeAbsent @Nullable String readyError,
        @MayBeAbsent @Nullable KpaSpec spec,
        @MayBeAbsent @Nullable Boolean noData,
        @MayBeAbsent @Nullable Double stable,
        @MayBeAbsent @Nullable Double panic,
        @MayBeAbsent @Nullable List<Stat> stats,
        KpaExpect expect) {
    /** A scrape and its second. */
    record Stat(long second, Scrape scrape) {
        /**
         * Second, concurrency, proxied of it, requests, proxied of them; zeros at the end left out.
         */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Stat of(List<Double> numbers) {
            check(!numbers.isEmpty() && numbers.size() <= 5, "a scrape has 1 to 5 numbers");
            double second = numbers.getFirst();
            check(second == (long) second, "the second of a scrape is a whole number");
            return new Stat((long) second, scrape(Arrays.copyOf(values(numbers), 5)));
        }

        private static double[] values(List<Double> numbers) {
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private static Scrape scrape(double[] values) {
            return new Scrape(values[1], values[2], values[3], values[4]);
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
