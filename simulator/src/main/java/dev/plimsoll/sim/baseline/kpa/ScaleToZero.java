// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.kpa;

import dev.plimsoll.sim.baseline.kpa.Activity.Activating;
import dev.plimsoll.sim.baseline.kpa.Activity.Active;
import dev.plimsoll.sim.baseline.kpa.Activity.Inactive;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp.LookAgain;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp.None;
import dev.plimsoll.sim.baseline.kpa.ScaleStep.FollowUp.Probe;

/**
 * The way to zero. An active revision keeps one pod until it has been active for a stable window;
 * then it is only marked inactive. An inactive one loses its last pod when the activator has been
 * reached for the grace period, or the revision was inactive for so long, and the retention of the
 * last pod is over. One that never became active gives up after its deadline.
 *
 * <p>Source: Knative Serving 0.51, {@code pkg/reconciler/autoscaling/kpa/scaler.go}. Stateless.
 */
record ScaleToZero(ZeroSettings settings) {
    /** Leaves the revision time to report why its pods failed. */
    private static final long ACTIVATION_BUFFER_SECONDS = 30;

    /**
     * Until a look back where the service stays as it is, and so nothing else will wake the scaler.
     */
    private static final long PROXIED_SECONDS = 3;

    ScaleStep decide(Revision revision) {
        if (!settings.enabled()) {
            return ScaleStep.apply(1);
        }
        return switch (revision.activity()) {
            case Activating(long forSeconds) -> giveUp(forSeconds);
            case Active(long forSeconds) -> deactivate(forSeconds, revision.activator());
            case Inactive(long forSeconds) -> probe(forSeconds, revision);
        };
    }

    private ScaleStep giveUp(long activatingSeconds) {
        long timeout = settings.times().progressDeadlineSeconds() + ACTIVATION_BUFFER_SECONDS;
        return activatingSeconds > timeout
                ? ScaleStep.apply(0)
                : ScaleStep.unknown(new LookAgain(timeout));
    }

    private ScaleStep deactivate(long activeSeconds, Activator activator) {
        long left = settings.times().stableWindowSeconds() - activeSeconds;
        if (left > 0) {
            return ScaleStep.applyForNow(1, left);
        }
        return ScaleStep.announceZero(
                activator.proxyMode() ? new LookAgain(PROXIED_SECONDS) : new None());
    }

    private ScaleStep probe(long inactiveSeconds, Revision revision) {
        boolean proxied = settings.alwaysProxied() || revision.activator().probeSucceeds();
        return proxied
                ? removeLast(inactiveSeconds, revision)
                : ScaleStep.announceZero(new Probe());
    }

    private ScaleStep removeLast(long inactiveSeconds, Revision revision) {
        long grace = settings.times().graceSeconds();
        long retention = retention(revision.reachability());
        if (inactiveSeconds >= Math.max(grace, retention)) {
            return ScaleStep.apply(0);
        }
        return inactiveSeconds < retention
                ? ScaleStep.announceZero(new LookAgain(retention - inactiveSeconds))
                : awaitActivator(grace - revision.activator().inPathSeconds());
    }

    private long retention(Reachability reachability) {
        return reachability == Reachability.UNREACHABLE
                ? 0
                : settings.times().podRetentionSeconds();
    }

    private static ScaleStep awaitActivator(long secondsLeft) {
        return secondsLeft <= 0
                ? ScaleStep.apply(0)
                : ScaleStep.announceZero(new LookAgain(secondsLeft));
    }
}
