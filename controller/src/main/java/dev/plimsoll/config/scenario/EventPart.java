// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Form;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.WorkloadPart;
import dev.plimsoll.sim.cluster.TelemetryFaults;
import dev.plimsoll.sim.scenario.Event;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One event. Times are seconds from the start.
 *
 * @param until empty where it takes no time
 * @param made what it is, once the file is known to have no problems
 */
record EventPart(String kind, Found<Long> at, Optional<Found<Long>> until, Supplier<Event> made) {

    private static final double MOST_FACTOR = 1000;
    private static final double MOST_RATE = 10_000_000;

    private interface Lasting {
        Event of(long from, long until);
    }

    private interface Sudden {
        Event of(long from);
    }

    /** Reads one; empty where its kind is not known. */
    static Optional<EventPart> read(Field field) {
        Fields fields = field.fields();
        Found<Function<Fields, EventPart>> kind = fields.field("kind").read(Forms.choice(kinds()));
        return kind.content().map(reader -> reader.apply(fields));
    }

    private static SequencedMap<String, Function<Fields, EventPart>> kinds() {
        SequencedMap<String, Function<Fields, EventPart>> kinds = new LinkedHashMap<>();
        kinds.put("MetricsOutage", EventPart::metricsOutage);
        kinds.put("RetryStorm", EventPart::retryStorm);
        kinds.put("Attack", EventPart::attack);
        kinds.put("Bottleneck", EventPart::bottleneck);
        kinds.put("SlowStarts", EventPart::slowStarts);
        kinds.put("RollingUpdate", EventPart::rollingUpdate);
        kinds.put("Crash", EventPart::crash);
        kinds.put("ScaleByHand", EventPart::scaleByHand);
        kinds.put("Harm", EventPart::harm);
        return kinds;
    }

    private static EventPart metricsOutage(Fields fields) {
        fields.only("kind", "at", "until", "how");
        var how = fields.field("how").read(Forms.choice(outages()));
        return lasting(
                "MetricsOutage",
                fields,
                (from, until) -> new Event.MetricsOutage(from, until, how.value()));
    }

    private static SequencedMap<String, TelemetryFaults.Kind> outages() {
        SequencedMap<String, TelemetryFaults.Kind> names = new LinkedHashMap<>();
        for (TelemetryFaults.Kind kind : TelemetryFaults.Kind.values()) {
            names.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
        return names;
    }

    private static EventPart retryStorm(Fields fields) {
        fields.only("kind", "at", "until", "factor");
        var factor = fields.field("factor").read(factor());
        return lasting(
                "RetryStorm",
                fields,
                (from, until) -> new Event.RetryStorm(from, until, factor.value()));
    }

    private static EventPart attack(Fields fields) {
        fields.only("kind", "at", "until", "rate");
        var rate = fields.field("rate").read(Forms.rate(0, MOST_RATE));
        return lasting(
                "Attack", fields, (from, until) -> new Event.Attack(from, until, rate.value()));
    }

    private static EventPart bottleneck(Fields fields) {
        fields.only("kind", "at", "until", "rate");
        var rate = fields.field("rate").read(Forms.rate(0, MOST_RATE));
        return lasting(
                "Bottleneck",
                fields,
                (from, until) -> new Event.Bottleneck(from, until, rate.value()));
    }

    private static EventPart slowStarts(Fields fields) {
        fields.only("kind", "at", "until", "factor");
        var factor = fields.field("factor").read(factor());
        return lasting(
                "SlowStarts",
                fields,
                (from, until) -> new Event.SlowStarts(from, until, factor.value()));
    }

    private static EventPart rollingUpdate(Fields fields) {
        fields.only("kind", "at", "batch");
        var batch = fields.field("batch").read(replicas(), 1);
        return sudden(
                "RollingUpdate", fields, from -> new Event.RollingUpdate(from, batch.value()));
    }

    private static EventPart crash(Fields fields) {
        fields.only("kind", "at", "replicas");
        var replicas = fields.field("replicas").read(replicas());
        return sudden("Crash", fields, from -> new Event.Crash(from, replicas.value()));
    }

    private static EventPart scaleByHand(Fields fields) {
        fields.only("kind", "at", "replicas");
        var replicas = fields.field("replicas").read(replicas());
        return sudden("ScaleByHand", fields, from -> new Event.ScaleByHand(from, replicas.value()));
    }

    private static EventPart harm(Fields fields) {
        fields.only("kind", "at", "until", "latencyFactor", "errorRatio");
        var latency = fields.field("latencyFactor").read(factor(), 1.0);
        var errors = fields.field("errorRatio").read(Forms.share(0), 0.0);
        latency.require(
                errors,
                (factor, share) -> factor > 1 || share > 0,
                _ -> "give more than 1, or an errorRatio");
        return lasting(
                "Harm",
                fields,
                (from, until) -> new Event.Harm(from, until, latency.value(), errors.value()));
    }

    /** Whether it lasts, from and until known times. */
    boolean isUsableSpan() {
        return at.isUsable() && until.filter(Found::isUsable).isPresent();
    }

    /** When it has ended. */
    long end() {
        return until.orElse(at).value();
    }

    private static EventPart lasting(String kind, Fields fields, Lasting event) {
        Found<Long> at = fields.field("at").read(time());
        Found<Long> until = fields.field("until").read(time());
        return new EventPart(
                kind, at, Optional.of(until), () -> event.of(at.value(), until.value()));
    }

    private static EventPart sudden(String kind, Fields fields, Sudden event) {
        Found<Long> at = fields.field("at").read(time());
        return new EventPart(kind, at, Optional.empty(), () -> event.of(at.value()));
    }

    private static Form<Long> time() {
        return Forms.seconds(Duration.ZERO, TimePart.LONGEST);
    }

    private static Form<Double> factor() {
        return Forms.number(1, MOST_FACTOR);
    }

    private static Form<Integer> replicas() {
        return Forms.whole(1, WorkloadPart.MOST_REPLICAS);
    }
}
