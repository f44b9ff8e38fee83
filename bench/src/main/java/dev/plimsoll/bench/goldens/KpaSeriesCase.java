// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Fields.check;
import static dev.plimsoll.bench.goldens.Fields.orFalse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plimsoll.sim.baseline.kpa.Autoscaler;
import dev.plimsoll.sim.baseline.kpa.Averages;
import dev.plimsoll.sim.baseline.kpa.MetricCollector;
import dev.plimsoll.sim.baseline.kpa.ReadyPods;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of {@code kpa-series}: one revision's autoscaler over some minutes. */
record KpaSeriesCase(
        @JsonProperty("case") String name,
        Mode mode,
        @MayBeAbsent @Nullable List<String> tags,
        @MayBeAbsent @Nullable String regime,
        KpaSpec spec,
        int initialReady,
        List<KpaTick> ticks)
        implements GoldenCase {
    /** Where the averages come from. */
    enum Mode {
        @JsonProperty("decider")
        DECIDER,
        @JsonProperty("pipeline")
        PIPELINE
    }

    KpaSeriesCase {
        Fields.checkSome(ticks);
        Fields.checkCount(initialReady, "initialReady");
        tags = tags == null ? List.of() : List.copyOf(tags);
        ticks = List.copyOf(ticks);
        for (KpaTick tick : ticks) {
            check(
                    fits(mode, tick),
                    tick.at() + ": give averages to a decider, stats to a pipeline");
        }
    }

    private static boolean fits(Mode mode, KpaTick tick) {
        boolean given = tick.stable() != null || orFalse(tick.noData());
        return mode == Mode.DECIDER ? given && tick.scrapes().isEmpty() : !given;
    }

    @Override
    public Optional<Mismatch> replay() {
        Replay replay = new Replay(this);
        for (KpaTick tick : ticks) {
            KpaExpect got = replay.step(tick);
            if (!tick.expect().agrees(got)) {
                return Optional.of(new Mismatch(tick.at(), tick, tick.expect(), got));
            }
        }
        return Optional.empty();
    }

    /** The autoscaler and the collector of one replay. */
    private static final class Replay {
        private final Mode mode;
        private final Autoscaler autoscaler;
        private final MetricCollector collector;
        private KpaSpec spec;

        Replay(KpaSeriesCase line) {
            mode = line.mode();
            spec = line.spec();
            ReadyPods ready = new ReadyPods.Counted(line.initialReady());
            autoscaler = new Autoscaler(spec.autoscaler(), ready, 0);
            collector = new MetricCollector(spec.kind(), spec.windows());
        }

        KpaExpect step(KpaTick tick) {
            update(tick);
            tick.scrapes().forEach(stat -> collector.record(stat.second(), stat.scrape()));
            Averages averages = averages(tick);
            KpaExpect got =
                    KpaExpect.of(
                            autoscaler.decide(tick.t(), tick.readyPods(), averages),
                            autoscaler.isPanicking());
            return mode == Mode.PIPELINE ? got.seeing(averages) : got;
        }

        private void update(KpaTick tick) {
            if (tick.spec() != null) {
                spec = tick.spec();
                autoscaler.update(spec.autoscaler());
                collector.update(spec.windows(), tick.t());
            }
        }

        private Averages averages(KpaTick tick) {
            return switch (mode) {
                case DECIDER -> tick.givenAverages();
                case PIPELINE -> collector.averages(spec.metric(), tick.t());
            };
        }
    }
}
