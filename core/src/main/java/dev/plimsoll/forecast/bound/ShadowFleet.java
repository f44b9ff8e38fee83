// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * A fleet that would have been, had what was wanted been held for a while: how many replicas it
 * asked for, how many of them were ready, and what that cost. A replica counts from its order, and
 * is ready a lead time later; what is given up is missing at once. Not thread-safe.
 */
final class ShadowFleet {
    private final double leadTimes;
    private final int[] asked = new int[Reach.KEPT];
    private final FadingSum cost = new FadingSum();

    /**
     * @param leadTimes for how many lead times what was wanted is held
     */
    ShadowFleet(double leadTimes) {
        this.leadTimes = leadTimes;
    }

    /** For how many samples a want counts, its own included. */
    int hold(Reach reach) {
        return 1 + (int) Math.min(WantRing.KEPT - 1, Math.round(leadTimes * reach.leadSamples()));
    }

    /** What it has cost, faded, in replicas held for one sample. */
    double cost() {
        return cost.sum();
    }

    /** Charges a sample that needed so many replicas, and takes the newest want. */
    void pass(long time, WantRing wants, int needed, double violationCost, Reach reach) {
        if (time >= reach.last()) {
            double missed = ready(time, reach) < needed ? violationCost * needed : 0;
            cost.add(asked[Reach.slot(time - reach.first())] + missed);
        }
        asked[Reach.slot(time)] = wants.largest(hold(reach));
    }

    /**
     * The fewest that were asked for by all whose word is felt. The reach ends where an order of
     * the next sample would be ready, so one of now is ready a sample before; one at least counts.
     */
    private int ready(long time, Reach reach) {
        int ready = asked[Reach.slot(time - reach.first())];
        for (int back = reach.first() + 1; back < reach.last(); back++) {
            ready = Math.min(ready, asked[Reach.slot(time - back)]);
        }
        return ready;
    }

    /** A sample of which nothing is known: what was asked for stays, and nothing is charged. */
    void skip(long time) {
        asked[Reach.slot(time)] = asked[Reach.slot(time - 1)];
    }

    void save(StateWriter out) {
        out.packInts(asked);
        cost.save(out);
    }

    void restore(StateReader in) {
        in.unpackInts(asked);
        cost.restore(in);
    }
}
