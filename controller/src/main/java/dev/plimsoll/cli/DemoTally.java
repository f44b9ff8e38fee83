// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.Moment;
import java.util.Locale;

/** What a policy's part of a day came to. Not thread-safe. */
final class DemoTally {
    private double requests;
    private double violated;
    private double replicaHours;
    private int changes;
    private int desired = -1;

    void add(Moment moment, int stepSeconds) {
        double arrived = moment.served().demand() * stepSeconds;
        requests += arrived;
        violated += moment.served().violated() ? arrived : 0;
        replicaHours += moment.billed() * stepSeconds / 3600.0;
        changes += desired >= 0 && desired != moment.desired() ? 1 : 0;
        desired = moment.desired();
    }

    /** The share of the requests that arrived while the objective was missed. */
    String violated() {
        return requests > 0 ? String.format(Locale.ROOT, "%.3f%%", 100 * violated / requests) : "-";
    }

    double replicaHours() {
        return replicaHours;
    }

    int changes() {
        return changes;
    }
}
