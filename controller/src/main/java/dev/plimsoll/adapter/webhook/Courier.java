// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import dev.plimsoll.adapter.webhook.Attempt.Delivered;
import dev.plimsoll.adapter.webhook.Attempt.Failed;
import dev.plimsoll.adapter.webhook.Attempt.Gone;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Brings one receiver its letters, one after the other, on a thread of its own. A letter that does
 * not arrive is tried again, and holds up those behind it, until it is too old.
 */
final class Courier {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final Receiver receiver;
    private final Post post;
    private final Backoff backoff;
    private final Clockwork clockwork;
    private final Standing standing;
    private final Outbox outbox;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private String said = "was not finished";

    /** What time means to it, and how much of it there is. */
    record Clockwork(InstantSource wall, Waiting waiting, Patience patience) {}

    Courier(Receiver receiver, Post post, Backoff backoff, Clockwork clockwork, Standing standing) {
        this.receiver = receiver;
        this.post = post;
        this.backoff = backoff;
        this.clockwork = clockwork;
        this.standing = standing;
        this.outbox = new Outbox(clockwork.patience().events());
        this.thread = Thread.ofVirtual().name("web-hook " + receiver.shown()).unstarted(this::work);
    }

    void begin() {
        thread.start();
    }

    void take(Letter letter) {
        outbox.add(letter);
    }

    /** What waits, and up to where in the journal that and all before it goes. */
    Outbox outbox() {
        return outbox;
    }

    private void work() {
        try (post) {
            for (var next = outbox.next(); next.isPresent(); next = outbox.next()) {
                heard(post.send(next.get()));
            }
        } catch (InterruptedException e) {
            tell("%s, the last attempt %s".formatted(outbox.backlog().lost(), said));
        }
    }

    private void heard(Attempt attempt) throws InterruptedException {
        switch (attempt) {
            case Delivered _ -> delivered();
            case Gone _ -> gone();
            case Failed failed -> failed(failed);
        }
    }

    private void delivered() {
        backoff.reset();
        outbox.delivered();
        long dropped = outbox.backlog().dropped();
        if (dropped == 0) {
            standing.stands(receiver, Optional.empty());
        } else {
            tell("%d events were dropped, and later ones wait".formatted(dropped));
        }
    }

    private void gone() {
        outbox.dropAll();
        tell(
                "it said 410, it is gone: nothing more is sent there before the controller starts"
                        + " again; take it out, or mend its url");
    }

    private void failed(Failed failed) throws InterruptedException {
        said = failed.said();
        tell("%s, the last attempt %s".formatted(outbox.backlog().sentence(), said));
        rest(backoff.after(failed.asked()));
        outbox.dropOlderThan(clockwork.wall().instant().minus(clockwork.patience().giveUp()));
    }

    /** A wait ends when all is to end; then there is time for some more attempts. */
    private void rest(Duration wait) throws InterruptedException {
        boolean isClosing = closing.getCount() == 0;
        if (clockwork.waiting().await(isClosing ? NEVER : closing, wait)) {
            backoff.reset();
        }
    }

    private void tell(String clause) {
        standing.stands(
                receiver, Optional.of("web hook %s: %s".formatted(receiver.shown(), clause)));
    }

    /** Takes no more in; what waits is tried at once. */
    void close() {
        outbox.close();
        closing.countDown();
    }

    /** Waits until all has arrived, for so long at most. */
    void end(Duration most) {
        try {
            if (!thread.join(most)) {
                thread.interrupt();
                thread.join(GRACE);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
