// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Found;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** When events may be: inside the scenario, and none during another of its kind. */
final class EventChecks {
    private EventChecks() {}

    static void check(Found<Long> duration, List<EventPart> events) {
        for (EventPart event : events) {
            event.at().require(duration, (at, end) -> at < end, EventChecks::isOver);
            event.until().ifPresent(until -> checkEnd(until, event.at(), duration));
        }
        events.stream()
                .filter(EventPart::isUsableSpan)
                .collect(Collectors.groupingBy(EventPart::kind, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(EventChecks::refuseOverlaps);
    }

    private static void checkEnd(Found<Long> until, Found<Long> at, Found<Long> duration) {
        until.require(duration, (end, last) -> end <= last, EventChecks::isOver);
        until.require(
                at,
                (end, begin) -> end > begin,
                begin -> "give a time after at, which is " + ScenarioChecks.text(begin));
    }

    private static String isOver(long end) {
        return "the scenario ends at " + ScenarioChecks.text(end);
    }

    private static void refuseOverlaps(Collection<EventPart> spans) {
        long latest = 0;
        for (EventPart span : sorted(spans)) {
            if (span.at().value() < latest) {
                span.at()
                        .refuse(
                                "another %s lasts until %s; begin after it"
                                        .formatted(span.kind(), ScenarioChecks.text(latest)));
            }
            latest = Math.max(latest, span.end());
        }
    }

    private static List<EventPart> sorted(Collection<EventPart> spans) {
        return spans.stream().sorted(Comparator.comparingLong(span -> span.at().value())).toList();
    }
}
