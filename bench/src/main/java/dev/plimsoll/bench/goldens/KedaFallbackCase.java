// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Fields.orFalse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plimsoll.sim.baseline.keda.Answer;
import dev.plimsoll.sim.baseline.keda.Answer.Failure;
import dev.plimsoll.sim.baseline.keda.Answer.FallenBack;
import dev.plimsoll.sim.baseline.keda.Answer.Measured;
import dev.plimsoll.sim.baseline.keda.Answer.Placeholder;
import dev.plimsoll.sim.baseline.keda.TriggerFallback;
import dev.plimsoll.sim.baseline.keda.TriggerHealth;
import dev.plimsoll.sim.baseline.keda.TriggerHealth.Tracked;
import dev.plimsoll.sim.baseline.keda.TriggerReading;
import dev.plimsoll.sim.baseline.keda.TriggerTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of {@code keda-fallback}: readings of one trigger, and what the HPA was told. */
record KedaFallbackCase(
        @JsonProperty("case") String name,
        @MayBeAbsent @Nullable List<String> tags,
        @MayBeAbsent @Nullable String regime,
        @MayBeAbsent @Nullable KedaFallbackSpec fallback,
        TriggerTarget.Kind targetKind,
        long targetMilli,
        List<Reading> readings)
        implements GoldenCase {
    record Reading(
            @MayBeAbsent @Nullable Long valueMilli,
            int currentReplicas,
            int readyPods,
            Expect expect) {

        private TriggerReading reading() {
            return valueMilli == null
                    ? new TriggerReading.Failed()
                    : new TriggerReading.Value(valueMilli);
        }
    }

    record Expect(
            @MayBeAbsent @Nullable Long valueMilli,
            @MayBeAbsent @Nullable Boolean failed,
            @MayBeAbsent @Nullable Boolean fallbackActive,
            @MayBeAbsent @Nullable Integer numberOfFailures,
            @MayBeAbsent @Nullable String fallbackCondition) {
        Expect {
            failed = orFalse(failed);
            fallbackActive = orFalse(fallbackActive);
        }

        static Expect of(Answer answer, TriggerHealth health) {
            return new Expect(
                    milli(answer),
                    answer instanceof Failure,
                    answer instanceof FallenBack,
                    health instanceof Tracked(int failures, _) ? (Integer) failures : null,
                    health instanceof Tracked(_, boolean exceeded) ? condition(exceeded) : null);
        }

        private static @Nullable Long milli(Answer answer) {
            return switch (answer) {
                case Measured(long milli) -> milli;
                case FallenBack(long milli) -> milli;
                case Placeholder() -> Placeholder.MILLI;
                case Failure() -> null;
            };
        }

        private static String condition(boolean exceeded) {
            return exceeded ? "True/FallbackExists" : "False/NoFallbackFound";
        }
    }

    KedaFallbackCase {
        Fields.checkSome(readings);
        tags = tags == null ? List.of() : List.copyOf(tags);
        readings = List.copyOf(readings);
    }

    @Override
    public Optional<Mismatch> replay() {
        TriggerFallback trigger = trigger();
        for (int index = 0; index < readings.size(); index++) {
            Reading reading = readings.get(index);
            Expect got = step(trigger, reading);
            if (!got.equals(reading.expect())) {
                String at = "reading " + (index + 1);
                return Optional.of(new Mismatch(at, reading, reading.expect(), got));
            }
        }
        return Optional.empty();
    }

    private TriggerFallback trigger() {
        return new TriggerFallback(
                Optional.ofNullable(fallback).map(KedaFallbackSpec::fallback),
                new TriggerTarget(targetKind, targetMilli));
    }

    private static Expect step(TriggerFallback trigger, Reading reading) {
        Answer answer =
                trigger.answer(reading.reading(), reading.currentReplicas(), reading.readyPods());
        return Expect.of(answer, trigger.health());
    }
}
