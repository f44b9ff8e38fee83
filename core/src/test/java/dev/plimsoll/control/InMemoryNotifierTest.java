// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import java.util.List;

class InMemoryNotifierTest extends NotifierContract {
    private final InMemoryNotifier notifier = new InMemoryNotifier();

    @Override
    protected Notifier notifier() {
        return notifier;
    }

    @Override
    protected List<String> arrived(int count) {
        return notifier.told().stream().map(Event::id).limit(count).toList();
    }
}
