// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a receiver has not got.
 *
 * @param waiting letters that are still to be sent
 * @param since when the first of them began to wait
 * @param dropped letters that are not sent any more
 */
record Backlog(int waiting, Optional<Instant> since, long dropped) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    /** After an attempt that failed: {@code 3 events wait since 10:02}. */
    String sentence() {
        return "%s%s%s"
                .formatted(
                        count(waiting, "event waits", "events wait"),
                        since.map(first -> " since " + TIME.format(first)).orElse(""),
                        dropped == 0 ? "" : ", %d were dropped".formatted(dropped));
    }

    /** What will never be sent, once no more is. */
    String lost() {
        return count(waiting + dropped, "event was not delivered", "events were not delivered");
    }

    private static String count(long count, String one, String many) {
        return count == 1 ? "1 " + one : count + " " + many;
    }
}
