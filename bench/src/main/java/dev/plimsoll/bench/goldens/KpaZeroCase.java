// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Defaults.check;
import static dev.plimsoll.bench.goldens.Defaults.checkGiven;
import static dev.plimsoll.bench.goldens.Defaults.orFalse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plimsoll.sim.baseline.kpa.Activator;
import dev.plimsoll.sim.baseline.kpa.Activity;
import dev.plimsoll.sim.baseline.kpa.Reachability;
import dev.plimsoll.sim.baseline.kpa.Revision;
import dev.plimsoll.sim.baseline.kpa.ScaleBounds;
import dev.plimsoll.sim.baseline.kpa.ScaleStep;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp.LookAgain;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp.Probe;
import dev.plimsoll.sim.baseline.kpa.Scaler;
import dev.plimsoll.sim.baseline.kpa.ZeroSettings;
import dev.plimsoll.sim.baseline.kpa.ZeroSettings.Times;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A line of {@code kpa-zero}: what the scaler does about one decision of the autoscaler. */
record KpaZeroCase(
        @JsonProperty(value = "case", required = true) String name,
        @Nullable String regime,
        @JsonProperty(required = true) boolean enableScaleToZero,
        @JsonProperty(required = true) long scaleToZeroGracePeriodSeconds,
        @JsonProperty(required = true) long podRetentionSeconds,
        @JsonProperty(required = true) long stableWindowSeconds,
        @JsonProperty(required = true) long progressDeadlineSeconds,
        @JsonProperty(required = true) double targetBurstCapacity,
        @JsonProperty(required = true) int minScale,
        @JsonProperty(required = true) int maxScale,
        @JsonProperty(required = true) int initialScale,
        @JsonProperty(required = true) Reach reachability,
        @JsonProperty(required = true) boolean scaleTargetInitialized,
        @JsonProperty(required = true) Status active,
        @JsonProperty(required = true) long activeTransitionAgeSeconds,
        @JsonProperty(required = true) boolean sksInProxyMode,
        @Nullable Long activatorInPathForSeconds,
        @JsonProperty(required = true) boolean activatorProbeSucceeds,
        @JsonProperty(required = true) int currentReplicas,
        @JsonProperty(required = true) int autoscalerWants,
        @JsonProperty(required = true) Expect expect)
        implements GoldenCase {
    private static final int UNKNOWN = -1;

    enum Reach {
        @JsonProperty("")
        UNKNOWN,
        @JsonProperty("Reachable")
        REACHABLE,
        @JsonProperty("Unreachable")
        UNREACHABLE
    }

    enum Status {
        @JsonProperty("True")
        TRUE,
        @JsonProperty("False")
        FALSE,
        @JsonProperty("Unknown")
        UNKNOWN
    }

    record Expect(
            @JsonProperty(required = true) int desired,
            @Nullable Integer scaledTo,
            @Nullable Long lookAgainAfterSeconds,
            @Nullable Boolean asyncProbeStarted) {
        Expect {
            asyncProbeStarted = orFalse(asyncProbeStarted);
        }

        static Expect of(ScaleStep step, int currentReplicas) {
            OptionalInt written = step.written(currentReplicas);
            return new Expect(
                    step.desired().orElse(UNKNOWN),
                    written.isPresent() ? (Integer) written.getAsInt() : null,
                    seconds(step.followUp()),
                    step.followUp() instanceof Probe);
        }

        private static @Nullable Long seconds(FollowUp followUp) {
            return followUp instanceof LookAgain(long afterSeconds) ? (Long) afterSeconds : null;
        }
    }

    KpaZeroCase {
        checkGiven(name, reachability, active, expect);
        check(autoscalerWants >= UNKNOWN, "autoscalerWants: give -1 or more");
    }

    @Override
    public Optional<Mismatch> replay() {
        Expect got = Expect.of(scaler().reconcile(wanted(), revision()), currentReplicas);
        return got.equals(expect)
                ? Optional.empty()
                : Optional.of(new Mismatch("decision", this, expect, got));
    }

    private Scaler scaler() {
        return new Scaler(
                new ScaleBounds(minScale, maxScale, initialScale),
                new ZeroSettings(enableScaleToZero, times(), targetBurstCapacity == -1));
    }

    private Times times() {
        return new Times(
                scaleToZeroGracePeriodSeconds,
                podRetentionSeconds,
                stableWindowSeconds,
                progressDeadlineSeconds);
    }

    private OptionalInt wanted() {
        return autoscalerWants == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(autoscalerWants);
    }

    private Revision revision() {
        long inPath = activatorInPathForSeconds == null ? 0 : activatorInPathForSeconds;
        return new Revision(
                activity(),
                reach(),
                scaleTargetInitialized,
                new Activator(sksInProxyMode, inPath, activatorProbeSucceeds));
    }

    private Activity activity() {
        return switch (active) {
            case TRUE -> new Activity.Active(activeTransitionAgeSeconds);
            case FALSE -> new Activity.Inactive(activeTransitionAgeSeconds);
            case UNKNOWN -> new Activity.Activating(activeTransitionAgeSeconds);
        };
    }

    private Reachability reach() {
        return switch (reachability) {
            case UNKNOWN -> Reachability.UNKNOWN;
            case REACHABLE -> Reachability.REACHABLE;
            case UNREACHABLE -> Reachability.UNREACHABLE;
        };
    }
}
