// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/** What a store says of a journal when it is opened: from here its writer goes on. */
record Stored(
        long commits,
        long lastPosition,
        Instant readingsFrom,
        Instant newest,
        Map<WorkloadId, Integer> numbers,
        Standing standing,
        Unfinished unfinished,
        SortedMap<String, Long> told) {}
