// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.capacity.Capacity;
import dev.plimsoll.plan.Floor;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.telemetry.Signal;

/** What load asks for, and what it does not. */
final class LoadRules {
    /** Above this share of retried and rejected requests demand is not taken at its word. */
    private static final double SUSPICIOUS_SHARE = 0.1;

    /** Capacity for so many times the honest demand is still bought. */
    private static final double MOST_OVER_HONEST = 1.5;

    private LoadRules() {}

    static int reactiveFloor(int wanted, Review review) {
        if (wanted >= review.current() || review.isFor(Purpose.TAKE_BACK)) {
            return wanted;
        }
        return Math.max(wanted, Math.min(review.current(), needed(review)));
    }

    /** What is taken back goes to a number that was right before, and harm makes retries. */
    static int retries(int wanted, Review review) {
        var readings = review.readings();
        double all = readings.fresh(Signal.DEMAND).orElse(Double.POSITIVE_INFINITY);
        double dishonest =
                readings.fresh(Signal.RETRIES).orElse(0)
                        + readings.fresh(Signal.REJECTED).orElse(0);
        if (wanted <= review.current()
                || review.isFor(Purpose.TAKE_BACK)
                || dishonest <= SUSPICIOUS_SHARE * all) {
            return wanted;
        }
        double honest = Math.max(0, all - dishonest);
        return review.outlook().capacity() instanceof Capacity.Known known
                ? Math.clamp(known.replicasFor(honest * MOST_OVER_HONEST), review.current(), wanted)
                : wanted;
    }

    static int noGain(int wanted, Review review) {
        boolean useless = review.history().gains().isUseless(review.at());
        return review.addNothingIf(useless && !review.isFor(Purpose.TAKE_BACK), wanted);
    }

    static int unproven(int wanted, Review review) {
        return review.isFor(Purpose.TAKE_BACK)
                ? wanted
                : Math.min(wanted, review.history().gains().mostUnproven(review.outlook()));
    }

    static int pending(int wanted, Review review) {
        if (wanted <= review.current()) {
            return wanted;
        }
        double usual = review.outlook().leadTime().p95Seconds();
        boolean late =
                review.inventory()
                        .pendingSince()
                        .filter(since ->
                                since.plusMillis((long) (usual * 1000)).isBefore(review.at()))
                        .isPresent();
        return review.addNothingIf(late, wanted);
    }

    /** The replicas that fresh demand needs now; 0 where that cannot be told. */
    static int needed(Review review) {
        return Floor.replicas(review.outlook()).orElse(0);
    }
}
