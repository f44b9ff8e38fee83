// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.model.Cadence;
import dev.plimsoll.telemetry.Reading.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query that is asked once for each interval, whatever number of workloads is read from its
 * answer. Intervals end at the multiples of their length since 1970. One asks at a time.
 */
final class Question {
    private final String query;
    private final Cadence cadence;
    private final List<Slot> slots = new ArrayList<>();
    private Instant answered = Instant.MIN;

    private Question(String query, Cadence cadence) {
        this.query = query;
        this.cadence = cadence;
    }

    /** What must be asked to fill these slots of one server. */
    static List<Question> of(List<Slot> slots) {
        record Key(String query, long interval, long delay) {}
        Map<Key, Question> questions = new LinkedHashMap<>();
        for (Slot slot : slots) {
            String query = slot.metric().query();
            long interval = slot.cadence().metricsInterval().toMillis();
            long delay = slot.cadence().metricsDelay().toMillis();
            questions
                    .computeIfAbsent(
                            new Key(query, interval, delay),
                            _ -> new Question(query, slot.cadence()))
                    .slots
                    .add(slot);
        }
        return List.copyOf(questions.values());
    }

    String query() {
        return query;
    }

    /** The end of the newest interval that can be read at {@code now}, if it was not yet. */
    Optional<Instant> due(Instant now) {
        long interval = Math.max(1, cadence.metricsInterval().toMillis());
        long readable = now.minus(cadence.metricsDelay()).toEpochMilli();
        Instant end = Instant.ofEpochMilli(Math.floorDiv(readable, interval) * interval);
        return Optional.of(end).filter(due -> !due.equals(answered));
    }

    /** All rows of a whole answer. */
    void found(RowIndex rows, Instant at) {
        slots.forEach(slot -> slot.found(rows.with(slot.metric().labels()), at));
        answered = at;
    }

    /** An answer that is not used, and will not be better if it is asked for again. */
    void absent(Trouble trouble, Instant at) {
        slots.forEach(slot -> slot.absent(trouble));
        answered = at;
    }

    /** No answer; it is asked for again. */
    void missed(Trouble trouble) {
        slots.forEach(slot -> slot.missed(trouble));
    }

    /** What is wrong: each cause once, in the words of the first slot that has it. */
    List<String> problems() {
        Map<Cause, String> first = new EnumMap<>(Cause.class);
        Map<Cause, Integer> count = new EnumMap<>(Cause.class);
        for (Slot slot : slots) {
            slot.trouble()
                    .ifPresent(trouble -> {
                        first.computeIfAbsent(trouble.cause(), _ -> slot.sentence(trouble));
                        count.merge(trouble.cause(), 1, Integer::sum);
                    });
        }
        return first.entrySet().stream()
                .map(each -> each.getValue() + others(count.getOrDefault(each.getKey(), 1) - 1))
                .toList();
    }

    private static String others(int more) {
        return more == 0 ? "" : " (and so it is with %d more)".formatted(more);
    }
}
