// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.capacity.MmcStation;

/** What a past tells of one replica as a queue. */
public sealed interface LearnedService {
    /**
     * A replica.
     *
     * @param rate where its rate at saturation comes from
     * @param slots where the number of its slots comes from
     */
    record Known(MmcStation station, Origin rate, Origin slots) implements LearnedService {}

    /**
     * It cannot be told.
     *
     * @param why a sentence without an end, which says what would help
     */
    record Unknown(String why) implements LearnedService {}
}
