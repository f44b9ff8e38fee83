// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.sim.backtest.PolicySpec;
import java.util.List;

/**
 * All that was found.
 *
 * @param cases at least one
 */
record Findings(Inquiry inquiry, List<CaseRuns> cases, List<LeftOut> leftOut) {
    Findings {
        cases = List.copyOf(cases);
        leftOut = List.copyOf(leftOut);
    }

    /** Every own policy on every case at every price, case after case. */
    List<Judged> judged() {
        return cases.stream().flatMap(runs -> runs.judged().stream()).toList();
    }

    List<Judged> judged(PolicySpec policy) {
        return judged().stream().filter(pair -> pair.policy().equals(policy)).toList();
    }

    /** How every peer did by itself. */
    List<PeerStanding> peers() {
        return PeerStanding.of(cases);
    }

    /** How an own policy did. */
    List<Group> groups(PolicySpec policy) {
        return Group.of(judged(policy));
    }
}
