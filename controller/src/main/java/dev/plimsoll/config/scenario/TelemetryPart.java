// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Form;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.CadencePart;
import dev.plimsoll.config.workload.Signals;
import dev.plimsoll.config.workload.StatePart;
import dev.plimsoll.model.Cadence;
import dev.plimsoll.sim.scenario.Observation;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be seen of the service, how often, how late and how well. Times in seconds. */
record TelemetryPart(
        CadencePart times,
        Optional<Found<Long>> pushed,
        Found<Boolean> noise,
        Found<Double> loss,
        Optional<List<Found<Signal>>> listed) {

    static TelemetryPart read(Fields fields) {
        fields.only("interval", "delay", "pushed", "noise", "loss", "signals");
        return new TelemetryPart(
                CadencePart.read(fields),
                fields.field("pushed")
                        .readIfWritten(Forms.seconds(Duration.ofSeconds(1), CadencePart.LONGEST)),
                fields.field("noise").read(Forms.yesOrNo(), true),
                fields.field("loss").read(Forms.share(0), 0.0),
                listed(fields.field("signals")));
    }

    private static Optional<List<Found<Signal>>> listed(Field signals) {
        Form<Signal> form = Forms.choice(Signals.byName());
        return signals.isWritten()
                ? Optional.of(
                        signals.someItems("give signals, e.g. [demand, utilization]").stream()
                                .map(item -> item.read(form))
                                .toList())
                : Optional.empty();
    }

    /** Sessions can be seen only where there are some. */
    void checkSessions(StatePart state) {
        if (state.name().isUsable() && !state.hasSessions()) {
            String mend = "there are none; give spec.workload.state.kind: Sessions";
            listed.orElse(List.of())
                    .forEach(signal -> signal.require(s -> s != Signal.SESSIONS, mend));
        }
    }

    Cadence cadence(Duration cycle) {
        return times.cadence(cycle);
    }

    /** The signals that there are. */
    Set<Signal> signals(boolean sessions) {
        Set<Signal> signals = listed.map(TelemetryPart::values).orElseGet(Signals::usual);
        if (sessions && listed.isEmpty()) {
            signals.add(Signal.SESSIONS);
        }
        if (pushed.isPresent()) {
            signals.add(Signal.PUSHED_DEMAND);
        }
        return signals;
    }

    private static Set<Signal> values(List<Found<Signal>> listed) {
        Set<Signal> values = EnumSet.noneOf(Signal.class);
        listed.forEach(signal -> signal.content().ifPresent(values::add));
        return values;
    }

    Observation observation(Set<Signal> signals) {
        return new Observation(
                signals,
                pushed.map(Found::value).map(Duration::ofSeconds),
                noise.value(),
                loss.value());
    }
}
