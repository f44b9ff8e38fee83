// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Doubt;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.function.Predicate;

/** No scale-in without fresh evidence: an outage of metrics is not an absence of load. */
final class EvidenceRules {
    private EvidenceRules() {}

    static int absent(int wanted, Review review) {
        return keepIf(Reading.Absent.class::isInstance, wanted, review);
    }

    static int stale(int wanted, Review review) {
        return keepIf(Reading.Stale.class::isInstance, wanted, review);
    }

    static int zero(int wanted, Review review) {
        return keepIf(reading -> isDoubted(reading, Doubt.ZERO), wanted, review);
    }

    static int frozen(int wanted, Review review) {
        return keepIf(reading -> isDoubted(reading, Doubt.FROZEN), wanted, review);
    }

    static int partial(int wanted, Review review) {
        return keepIf(reading -> isDoubted(reading, Doubt.PARTIAL), wanted, review);
    }

    private static int keepIf(Predicate<Reading> bad, int wanted, Review review) {
        return wanted < review.current() ? review.keepIf(decidesOn(bad, review), wanted) : wanted;
    }

    private static boolean decidesOn(Predicate<Reading> bad, Review review) {
        List<Signal> evidence = review.proposal().evidence();
        for (int i = 0; i < evidence.size(); i++) {
            if (bad.test(review.readings().of(evidence.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDoubted(Reading reading, Doubt doubt) {
        return reading instanceof Reading.Suspect suspect && suspect.doubt() == doubt;
    }
}
