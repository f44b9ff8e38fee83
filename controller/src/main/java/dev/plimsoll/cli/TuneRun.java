// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.tune.Tuner;
import dev.plimsoll.sim.tune.Tuning;
import dev.plimsoll.sim.workload.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code plimsoll backtest --tune}: what to set peers to on a person's own traces. */
final class TuneRun {
    private static final String OPTION = "--tune";

    private final BacktestSettings settings;
    private final BacktestNotes notes;
    private final int threads;

    TuneRun(BacktestSettings settings, BacktestNotes notes, int threads) {
        this.settings = settings;
        this.notes = notes;
        this.threads = threads;
    }

    /** Refuses what tuning decides itself. */
    static void requireAlone(String option, Optional<?> value) {
        if (value.isPresent()) {
            throw new InvalidInputException(
                    OPTION,
                    "option",
                    option,
                    "leave it out: --tune tries HPA's and KEDA's settings, and predictive");
        }
    }

    /** A page has charts of runs; here there are none to show. */
    static void requireTableOrJson(OutputForm form) {
        if (form == OutputForm.HTML) {
            throw new InvalidInputException(OPTION, "form", "-o html", "use -o table or -o json");
        }
    }

    /** The result as text; of a trace of which nothing is scored there is none. */
    String text(List<Trace> traces, OutputForm form) {
        List<Tuning> tunings = tunings(traces);
        return form == OutputForm.JSON
                ? TuneJson.render(settings, tunings)
                : new TuneTable(settings, notes).render(tunings);
    }

    private List<Tuning> tunings(List<Trace> traces) {
        List<Tuning> tunings = new ArrayList<>();
        try (Progress progress = new Progress("tune", (long) traces.size() * Tuner.runs())) {
            for (Trace trace : traces) {
                BacktestCase replay = BacktestCase.of(trace, settings);
                notes.prepared(replay);
                Tuner.tune(replay, threads, progress::step)
                        .ifPresentOrElse(tunings::add, () -> notes.idle(trace.name()));
            }
        }
        return tunings;
    }
}
