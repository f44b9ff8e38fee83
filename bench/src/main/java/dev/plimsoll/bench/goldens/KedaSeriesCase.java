// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Fields.orFalse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plimsoll.sim.baseline.keda.ActiveCondition;
import dev.plimsoll.sim.baseline.keda.Annotations;
import dev.plimsoll.sim.baseline.keda.PollOutcome;
import dev.plimsoll.sim.baseline.keda.ReadyCondition;
import dev.plimsoll.sim.baseline.keda.ScaleExecutor;
import dev.plimsoll.sim.baseline.keda.ScaledObject;
import dev.plimsoll.sim.baseline.keda.ScaledObject.CoolDown;
import dev.plimsoll.sim.baseline.keda.Triggers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A line of {@code keda-series}: one scaled object's executor over some polls. */
record KedaSeriesCase(
        @JsonProperty("case") String name,
        @MayBeAbsent @Nullable List<String> tags,
        @MayBeAbsent @Nullable String regime,
        Target object,
        List<Poll> polls)
        implements GoldenCase {
    /** The scaled object; what it leaves unset is null. */
    record Target(
            int pollingIntervalSeconds,
            @MayBeAbsent @Nullable Integer cooldownPeriodSeconds,
            @MayBeAbsent @Nullable Integer initialCooldownPeriodSeconds,
            @MayBeAbsent @Nullable Integer idleReplicaCount,
            @MayBeAbsent @Nullable Integer minReplicaCount,
            @MayBeAbsent @Nullable KedaFallbackSpec fallback) {
        private ScaledObject scaledObject() {
            return new ScaledObject(
                    new CoolDown(
                            orElse(cooldownPeriodSeconds, CoolDown.DEFAULT_SECONDS),
                            orElse(initialCooldownPeriodSeconds, CoolDown.DEFAULT_INITIAL_SECONDS)),
                    idleReplicaCount == null
                            ? OptionalInt.empty()
                            : OptionalInt.of(idleReplicaCount),
                    minReplicaCount == null ? 0 : minReplicaCount,
                    Optional.ofNullable(fallback).map(KedaFallbackSpec::fallback));
        }

        private static long orElse(@Nullable Integer set, long byDefault) {
            return set == null ? byDefault : set;
        }
    }

    record Poll(
            long t,
            int replicas,
            @MayBeAbsent @Nullable Boolean active,
            @MayBeAbsent @Nullable Boolean error,
            @MayBeAbsent @Nullable List<String> annotations,
            Expect expect) {

        Poll {
            KedaAnnotations.parse(annotations == null ? List.of() : annotations);
        }

        private Annotations parsedAnnotations() {
            return annotations == null ? Annotations.NONE : KedaAnnotations.parse(annotations);
        }

        private Triggers triggers() {
            return new Triggers(orFalse(active), orFalse(error));
        }
    }

    record Expect(
            int replicas,
            @MayBeAbsent @Nullable Long lastActiveTime,
            String activeCondition,
            @MayBeAbsent @Nullable String readyCondition) {
        private static final String READY = "True";

        Expect {
            readyCondition = readyCondition == null ? READY : readyCondition;
        }

        private static String text(ReadyCondition condition) {
            return switch (condition) {
                case READY -> READY;
                case PARTIAL_TRIGGER_ERROR -> "Unknown/PartialTriggerError";
                case TRIGGER_ERROR -> "False/TriggerError";
            };
        }
    }

    KedaSeriesCase {
        Fields.checkSome(polls);
        tags = tags == null ? List.of() : List.copyOf(tags);
        polls = List.copyOf(polls);
    }

    @Override
    public Optional<Mismatch> replay() {
        Replay replay = new Replay(new ScaleExecutor(object.scaledObject(), 0));
        for (Poll poll : polls) {
            Expect got = replay.step(poll);
            if (!got.equals(poll.expect())) {
                return Optional.of(new Mismatch("poll t=" + poll.t(), poll, poll.expect(), got));
            }
        }
        return Optional.empty();
    }

    /** An executor, and the condition that a poll that does not judge leaves as it was. */
    private static final class Replay {
        private final ScaleExecutor executor;
        private String active = "Unknown/";

        Replay(ScaleExecutor executor) {
            this.executor = executor;
        }

        Expect step(Poll poll) {
            PollOutcome outcome =
                    executor.poll(
                            poll.t(), poll.replicas(), poll.triggers(), poll.parsedAnnotations());
            active = text(outcome.active());
            return new Expect(
                    outcome.replicas(), lastActive(), active, Expect.text(outcome.ready()));
        }

        private @Nullable Long lastActive() {
            OptionalLong second = executor.lastActiveSecond();
            return second.isPresent() ? (Long) second.getAsLong() : null;
        }

        private String text(ActiveCondition condition) {
            return switch (condition) {
                case SCALER_ACTIVE -> "True/ScalerActive";
                case SCALER_NOT_ACTIVE -> "False/ScalerNotActive";
                case SCALER_COOLING_DOWN -> "False/ScalerCooldown";
                case NOT_JUDGED -> active;
            };
        }
    }
}
