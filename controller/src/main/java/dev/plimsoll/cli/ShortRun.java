// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.DurationText;
import java.time.Duration;

/** What to know of a trace or scenario that ends before what is ordered in it can be ready. */
final class ShortRun {
    private ShortRun() {}

    /**
     * @param setting where the lead time was given
     */
    static String thanOneLeadTime(String name, long seconds, String setting, Duration leadTime) {
        return "%s lasts %s, less than one lead time (%s %s): what is ordered is not ready before the end, so the scores say nothing of the policies"
                .formatted(
                        name,
                        DurationText.of(Duration.ofSeconds(seconds)),
                        setting,
                        DurationText.of(leadTime));
    }
}
