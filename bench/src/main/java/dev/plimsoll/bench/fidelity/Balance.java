// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.util.Locale;

/** How HAProxy chooses a server; of these the simulator knows the first only. */
enum Balance {
    RANDOM("random(1)"),
    ROUND_ROBIN("roundrobin"),
    LEAST_CONNECTIONS("leastconn");

    private final String directive;

    Balance(String directive) {
        this.directive = directive;
    }

    /** As it stands behind {@code balance} in HAProxy's configuration. */
    String directive() {
        return directive;
    }

    /** The backend that chooses so. */
    String backend() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
