// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Fields.check;
import static dev.plimsoll.bench.goldens.Fields.orFalse;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A line of {@code kpa-zero}: what the scaler does about one decision of the autoscaler. */
record KpaZeroCase(
        @JsonProperty("case") String name,
        @MayBeAbsent @Nullable String regime,
        @MayBeAbsent @Nullable List<String> tags,
        boolean enableScaleToZero,
        long scaleToZeroGracePeriodSeconds,
        long podRetentionSeconds,
        long stableWindowSeconds,
        long progressDeadlineSeconds,
        double targetBurstCapacity,
        int minScale,
        int maxScale,
        int initialScale,
        Reach reachability,
        boolean scaleTargetInitialized,
        Status active,
        long activeTransitionAgeSeconds,
        boolean sksInProxyMode,
        @MayBeAbsent @Nullable Long activatorInPathForSeconds,
        boolean activatorProbeSucceeds,
        int currentReplicas,
        int autoscalerWants,
        Expect expect)
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
            int desired,
            @MayBeAbsent @Nullable Integer scaledTo,
            @MayBeAbsent @Nullable Long lookAgainAfterSeconds,
            @MayBeAbsent @Nullable Boolean asyncProbeStarted) {
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
