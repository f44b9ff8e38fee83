// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Notifier} promises while those who are told can be reached. */
public abstract class NotifierContract {
    /** One that tells somebody. */
    protected abstract Notifier notifier();

    /** The ids of the first events that have arrived there, once there are so many. */
    protected abstract List<String> arrived(int count) throws InterruptedException;

    @Test
    public void tellsInTheOrderInWhichItWasNotified() throws InterruptedException {
        Notifier notifier = notifier();
        List<Event> events = IntStream.range(0, 50).mapToObj(Events::numbered).toList();
        events.forEach(notifier::notify);
        assertThat(arrived(50)).isEqualTo(events.stream().map(Event::id).toList());
    }

    @Test
    public void tellsEventsOfEveryKind() throws InterruptedException {
        Notifier notifier = notifier();
        List<Event> events = Events.all();
        events.forEach(notifier::notify);
        assertThat(arrived(events.size())).isEqualTo(events.stream().map(Event::id).toList());
    }

    @Test
    public void tellsWhatManyThreadsNotifyItOf() throws InterruptedException {
        Notifier notifier = notifier();
        List<Thread> threads = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() ->
                                    IntStream.range(0, 25)
                                            .mapToObj(second -> Events.numbered(name, second))
                                            .forEach(notifier::notify)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        List<String> arrived = arrived(100);
        for (String name : List.of("a", "b", "c", "d")) {
            assertThat(arrived.stream().filter(id -> id.startsWith(name)))
                    .as("of one thread, in its order")
                    .isEqualTo(
                            IntStream.range(0, 25)
                                    .mapToObj(second -> name + "-" + second)
                                    .toList());
        }
    }
}
