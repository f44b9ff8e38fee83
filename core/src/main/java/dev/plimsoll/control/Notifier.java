// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

/**
 * Tells others what happens. Each event reaches each of them at least once, in the order in which
 * they were notified of, as far as they can be reached at all. Thread-safe.
 */
@FunctionalInterface
public interface Notifier {
    /** Takes an event over. It never waits for anybody, and never throws. */
    void notify(Event event);
}
