// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.workload.Signals;
import dev.plimsoll.config.workload.StatePart;
import dev.plimsoll.telemetry.Signal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is read of a workload.
 *
 * @param metrics in the order of their signals
 * @param told the signals of which something is said, whether it can be used or not
 */
record MetricsPart(List<MetricPart> metrics, Set<Signal> told) {
    /** Those with a field under {@code signals}; of the others each has its own, or no source. */
    private static final Set<Signal> LISTED =
            EnumSet.complementOf(
                    EnumSet.of(
                            Signal.DEMAND,
                            Signal.PUSHED_DEMAND,
                            Signal.TAIL_LATENCY,
                            Signal.SESSIONS));

    static MetricsPart read(Fields spec, StatePart state, Fields kept) {
        Map<Signal, Field> fields = new EnumMap<>(Signal.class);
        fields.put(Signal.DEMAND, spec.field("demand"));
        fields.put(Signal.TAIL_LATENCY, spec.field("latency"));
        if (state.hasSessions()) {
            fields.put(Signal.SESSIONS, kept.field("sessions"));
        }
        Fields signals = spec.field("signals").fields().only(names());
        LISTED.forEach(signal -> fields.put(signal, signals.field(Signals.name(signal))));
        fields.values().removeIf(field -> !field.isWritten());
        return new MetricsPart(metrics(fields), fields.keySet());
    }

    private static String[] names() {
        return LISTED.stream().map(Signals::name).toArray(String[]::new);
    }

    private static List<MetricPart> metrics(Map<Signal, Field> fields) {
        return fields.entrySet().stream()
                .flatMap(entry ->
                        entry.getKey() == Signal.DEMAND
                                ? demand(entry.getValue())
                                : Stream.of(MetricPart.read(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static Stream<MetricPart> demand(Field list) {
        List<Field> entries = list.someItems("give an entry with source, query and unit");
        entries.stream()
                .skip(1)
                .forEach(entry -> entry.refuse("a second one is not supported yet; leave it out"));
        return entries.stream()
                .limit(1)
                .flatMap(entry -> MetricPart.readEntry(Signal.DEMAND, entry).stream());
    }

    /** The file's field for a signal. */
    static String field(Signal signal) {
        return signal == Signal.DEMAND ? "spec.demand" : "spec.signals." + Signals.name(signal);
    }

    List<Metric> read() {
        return metrics.stream().map(MetricPart::metric).toList();
    }
}
