// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static dev.plimsoll.control.Entries.WEB;

import dev.plimsoll.control.Event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events for tests. */
public final class Events {
    private Events() {}

    /** A condition that began in a second. */
    public static Event numbered(int second) {
        return numbered("event", second);
    }

    /** The same with an id that begins so. */
    public static Event numbered(String prefix, int second) {
        var at = Entries.second(second);
        return new Event(
                prefix + "-" + second,
                at,
                Kind.CONDITION_RAISED,
                Optional.of(WEB),
                "something is wrong with \"shop/web\", déjà " + second,
                new EventDetail.Trouble("LEARNS_ANEW", WEB.toString(), at));
    }

    /** In which everything stands that can stand in one. */
    public static List<Event> all() {
        var at = Entries.second(1);
        List<Event> all = new ArrayList<>();
        all.add(numbered(1));
        all.add(
                new Event(
                        "over",
                        at,
                        Kind.CONDITION_OVER,
                        Optional.empty(),
                        "the platform was gone",
                        new EventDetail.Trouble("PLATFORM_UNAVAILABLE", "", at)));
        for (Kind kind : List.of(Kind.CONTROLLER_BEGAN, Kind.CONTROLLER_ENDED)) {
            all.add(new Event(kind.name(), at, kind, Optional.empty(), "it did", EventDetail.NONE));
        }
        all.addAll(ofEveryEntry());
        return all;
    }

    /** What is told of a journal in which everything stands. */
    static List<Event> ofEveryEntry() {
        List<Event> told = new ArrayList<>();
        var events = new JournalEvents(_ -> "entry-" + told.size());
        EveryEntry.list().forEach(entry -> events.of(entry).ifPresent(told::add));
        return told;
    }
}
