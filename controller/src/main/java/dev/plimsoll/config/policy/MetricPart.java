// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Form;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.Signals;
import dev.plimsoll.telemetry.Signal;
import java.util.Optional;

/** Where one signal is read. */
record MetricPart(
        Signal signal,
        Found<String> name,
        Found<String> source,
        Found<String> query,
        Found<Unit> unit,
        LabelsPart labels) {

    private static final int LONGEST_QUERY = 10_000;
    private static final Form<String> NAME =
            Forms.of(
                    text -> Optional.of(text).filter(name -> name.matches("[A-Za-z][\\w-]{0,62}")),
                    "give 1 to 63 letters, digits, '-' and '_', e.g. requests");
    private static final Form<String> QUERY =
            Forms.of(
                    text ->
                            Optional.of(text)
                                    .filter(query ->
                                            !query.isEmpty() && query.length() <= LONGEST_QUERY),
                    "give a query in PromQL, at most %d characters".formatted(LONGEST_QUERY));

    /** A signal that has its own field. */
    static MetricPart read(Signal signal, Field field) {
        return read(signal, field.fields().only("source", "query", "unit", "labels"));
    }

    /**
     * An entry of a list, which may have a name; empty where it is of a kind that there is not yet.
     */
    static Optional<MetricPart> readEntry(Signal signal, Field field) {
        Fields fields =
                field.fields().only("name", "source", "query", "unit", "labels", "resource");
        if (fields.field("resource").isWritten() && field.isMap()) {
            fields.field("resource")
                    .refuse("is not supported yet; give source, query and unit of a metric");
            return Optional.empty();
        }
        return Optional.of(read(signal, fields));
    }

    private static MetricPart read(Signal signal, Fields fields) {
        return new MetricPart(
                signal,
                fields.field("name").read(NAME, Signals.name(signal)),
                fields.field("source").read(Forms.name()),
                fields.field("query").read(QUERY),
                fields.field("unit")
                        .read(Forms.choice(Unit.byLabel(signal)), Unit.of(signal).getFirst()),
                LabelsPart.read(fields.field("labels")));
    }

    Metric metric() {
        return new Metric(
                signal, name.value(), source.value(), query.value(), unit.value(), labels.labels());
    }
}
