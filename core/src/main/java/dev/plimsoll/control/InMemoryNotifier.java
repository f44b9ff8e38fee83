// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import java.util.ArrayList;
import java.util.List;

/** The in-memory twin of a notifier: keeps what it is told. */
public final class InMemoryNotifier implements Notifier {
    private final List<Event> told = new ArrayList<>();

    @Override
    public synchronized void notify(Event event) {
        told.add(event);
    }

    /** In the order in which they were told. */
    public synchronized List<Event> told() {
        return List.copyOf(told);
    }
}
