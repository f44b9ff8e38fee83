// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * For how long what was wanted is held before less is: as long as would have cost least. A replica
 * that is given up too early is ordered anew, which takes a lead time, costs from the order on, and
 * may come too late; one that is kept too long is idle. Which of the two is dearer depends on how
 * demand runs, so each hold has a {@link ShadowFleet} that tries it. Not thread-safe.
 */
final class HoldChoice {
    /** In lead times; the first serves until something is known. */
    private static final double[] HOLDS = {1, 0.5, 0, 2, 5};

    /** Costs are equal that differ by no more than this share of them. */
    private static final double EQUAL = 0.002;

    private final WantRing wants = new WantRing();
    private final List<ShadowFleet> fleets =
            DoubleStream.of(HOLDS).mapToObj(ShadowFleet::new).toList();

    /** Takes the sample's need and the newest want. */
    void pass(long time, int want, int needed, double violationCost, Reach reach) {
        wants.add(want);
        for (ShadowFleet fleet : fleets) {
            fleet.pass(time, wants, needed, violationCost, reach);
        }
    }

    /** A sample of which nothing is known. */
    void skip(long time) {
        fleets.forEach(fleet -> fleet.skip(time));
    }

    /** Of the holds of least cost the longest, which changes least; in samples. */
    int cheapest(Reach reach) {
        double least = fleets.getFirst().cost();
        for (ShadowFleet fleet : fleets) {
            least = Math.min(least, fleet.cost());
        }
        if (least == 0) {
            return usual(reach);
        }
        int longest = 1;
        for (ShadowFleet fleet : fleets) {
            if (fleet.cost() <= least * (1 + EQUAL)) {
                longest = Math.max(longest, fleet.hold(reach));
            }
        }
        return longest;
    }

    /** The hold of one lead time, in samples. */
    int usual(Reach reach) {
        return fleets.getFirst().hold(reach);
    }

    void save(StateWriter out) {
        wants.save(out);
        fleets.forEach(fleet -> fleet.save(out));
    }

    void restore(StateReader in) {
        wants.restore(in);
        fleets.forEach(fleet -> fleet.restore(in));
    }
}
