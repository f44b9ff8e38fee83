// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Field;
import dev.plimsoll.sim.scenario.Event;
import java.util.List;
import java.util.Optional;

/** What happens, in the order in which it is written. */
record EventsPart(List<EventPart> events) {
    static EventsPart read(List<Field> items) {
        return new EventsPart(
                items.stream().map(EventPart::read).flatMap(Optional::stream).toList());
    }

    List<Event> made() {
        return events.stream().map(event -> event.made().get()).toList();
    }
}
