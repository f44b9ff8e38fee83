// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

/** What is compared, and what is only shown beside it. */
enum Figure {
    MEAN("mean ms", true),
    P95("p95 ms", true),
    P99("p99 ms", false),
    BACKLOG("in the system at the end", true),
    DRAIN("seconds to drain", true);

    private final String title;
    private final boolean judged;

    Figure(String title, boolean judged) {
        this.title = title;
        this.judged = judged;
    }

    String title() {
        return title;
    }

    /** Whether it has to be inside the tolerance. */
    boolean isJudged() {
        return judged;
    }
}
