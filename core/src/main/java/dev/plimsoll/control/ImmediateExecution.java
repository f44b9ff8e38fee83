// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where whoever decides can wait for the platform: in virtual time. */
final class ImmediateExecution implements Execution {
    private final Platform platform;
    private final List<Acted> ended = new ArrayList<>();

    ImmediateExecution(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void begin(Instant decided, ApprovedAction action) {
        ended.add(new Acted(decided, platform.apply(action)));
    }

    @Override
    public List<Acted> ended() {
        List<Acted> told = List.copyOf(ended);
        ended.clear();
        return told;
    }

    @Override
    public boolean isUnderWay(WorkloadId workload) {
        return false;
    }
}
