// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutboxTest {
    private static final Instant START = FakeTime.START;

    private final Outbox outbox = new Outbox(3);

    @Test
    void aLetterIsOfNowUntilItHasArrived() throws InterruptedException {
        add(1, 2);
        assertThat(outbox.next()).contains(letter(1));
        assertThat(outbox.next()).contains(letter(1));
        outbox.delivered();
        assertThat(outbox.next()).contains(letter(2));
    }

    @Test
    void whatIsOfNowIsNotDroppedForWantOfRoom() throws InterruptedException {
        add(1);
        outbox.next();
        add(2, 3, 4, 5);
        assertThat(outbox.backlog()).isEqualTo(new Backlog(3, Optional.of(at(1)), 2));
        outbox.delivered();
        assertThat(outbox.next()).contains(letter(4));
    }

    @Test
    void whatWasDroppedIsPastOnceAllHasArrived() throws InterruptedException {
        add(1, 2, 3, 4);
        for (int left = 3; left > 0; left--) {
            assertThat(outbox.backlog().dropped()).isEqualTo(1);
            outbox.next();
            outbox.delivered();
        }
        assertThat(outbox.backlog()).isEqualTo(new Backlog(0, Optional.empty(), 0));
    }

    @Test
    void whatIsTooOldIsDropped() throws InterruptedException {
        add(1, 2, 3);
        outbox.next();
        outbox.dropOlderThan(at(3));
        assertThat(outbox.backlog()).isEqualTo(new Backlog(1, Optional.of(at(3)), 2));
        assertThat(outbox.next()).contains(letter(3));
    }

    @Test
    void aClosedOneGivesWhatItHasAndTakesNoMore() throws InterruptedException {
        add(1);
        outbox.close();
        add(2);
        assertThat(outbox.next()).contains(letter(1));
        outbox.delivered();
        assertThat(outbox.next()).isEmpty();
    }

    private void add(int... numbers) {
        for (int number : numbers) {
            outbox.add(letter(number));
        }
    }

    private static Letter letter(int number) {
        return new Letter("event-" + number, "{}", at(number), number);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
