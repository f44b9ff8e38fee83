// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Plain thresholds on the busy share: at {@code upper} or above ceil(n·u/upper) replicas; below
 * {@code lower} one replica less, then a rest of one lead time. The values are those of Yadav et
 * al. 2020 (85 % and 20 %).
 */
public record ThresholdPolicy(double upper, double lower) implements Policy {
    public static final ThresholdPolicy DEFAULT = new ThresholdPolicy(0.85, 0.20);

    public ThresholdPolicy {
        if (!(lower >= 0 && lower < upper && upper <= 1)) {
            throw new IllegalArgumentException(
                    "thresholds: lower %s, upper %s are not 0 ≤ lower < upper ≤ 1"
                            .formatted(lower, upper));
        }
    }

    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public List<Signal> evidence() {
        return List.of(Signal.UTILIZATION);
    }

    @Override
    public Want want(Outlook outlook) {
        int current = outlook.current();
        OptionalDouble load = outlook.snapshot().readings().fresh(Signal.UTILIZATION);
        if (load.isEmpty()) {
            return new Want(current, Reason.NO_EVIDENCE);
        }
        if (load.getAsDouble() >= upper) {
            int ready = outlook.snapshot().inventory().ready();
            int wanted = (int) Math.ceil(ready * load.getAsDouble() / upper - 1e-9);
            return new Want(Math.max(current, wanted), Reason.OVERLOAD);
        }
        if (load.getAsDouble() >= lower) {
            return new Want(current, Reason.WITHIN);
        }
        return resting(outlook)
                ? new Want(current, Reason.RESTING)
                : new Want(current - 1, Reason.IDLE);
    }

    @Override
    public int scaleInAfterPeriods(Outlook outlook) {
        return 1;
    }

    private static boolean resting(Outlook outlook) {
        if (outlook.lastChange().equals(Instant.MIN)) {
            return false;
        }
        double since = Duration.between(outlook.lastChange(), outlook.at()).toMillis() / 1000.0;
        return since < outlook.leadTime().medianSeconds();
    }
}
