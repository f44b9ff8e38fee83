// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.adapter.webhook.HookReceiver.Received;
import dev.plimsoll.control.Notifier;
import dev.plimsoll.control.NotifierContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a receiver that works, or is slow; those that fail are in {@link FailingReceiverTest}. */
@Timeout(60)
class WebHooksTest extends NotifierContract {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir private Path folder;
    private final HookReceiver receiver = new HookReceiver();
    private HookRig rig;

    @BeforeEach
    void begin() {
        rig = new HookRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
        receiver.close();
    }

    @Override
    protected Notifier notifier() {
        return rig.tell(receiver).hooks();
    }

    @Override
    protected List<String> arrived(int count) throws InterruptedException {
        return receiver.take(count).stream().map(Received::id).toList();
    }

    @Test
    void anEventIsACloudEventThatIsSigned() throws InterruptedException {
        rig.tell(receiver).happen(7, 1);
        Received received = receiver.take();
        assertThat(received.type()).isEqualTo("application/cloudevents+json");
        assertThat(received.path()).isEqualTo("/hook");
        assertThat(received.id()).isEqualTo("event-7");
        assertThat(received.timestamp()).isEqualTo(String.valueOf(FakeTime.START.getEpochSecond()));
        HandSigned.assertSigned(received, HookRig.SECRET);
        assertThat(received.body())
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"event-7\",\"source\":\"/plimsoll/main\","
                                + "\"type\":\"dev.plimsoll.condition.raised\","
                                + "\"subject\":\"shop/web\",\"time\":\"2026-01-05T00:00:07Z\","
                                + "\"datacontenttype\":\"application/json\",\"data\":{"
                                + "\"schema\":\"plimsoll.dev/event/v1\",\"controller\":\"main\","
                                + "\"sentence\":\"something is wrong with \\\"shop/web\\\", déjà"
                                + " 7\",\"condition\":{\"kind\":\"LEARNS_ANEW\","
                                + "\"about\":\"shop/web\",\"since\":\"2026-01-05T00:00:07Z\"}}}");
    }

    @Test
    void theQueryIsSentAndNotShown() throws InterruptedException {
        receiver.now(HookReceiver.saying(500));
        var secret = new Receiver(receiver.url("/hook?token=a%2Fb"), rig.secret());
        rig.hooks().tell("main", List.of(secret));
        rig.happen(1, 1);
        assertThat(receiver.take().path()).isEqualTo("/hook?token=a%2Fb");
        assertThat(rig.standings().trouble())
                .startsWith("web hook %s: ".formatted(receiver.url("/hook")))
                .doesNotContain("token");
    }

    @Test
    void whatNobodyWaitsForIsGone() {
        rig.happen(1, 1);
        rig.tell(receiver);
        rig.close();
        assertThat(receiver.isQuiet()).isTrue();
    }

    @Test
    void theStatusCountsHoweverSlowTheRestOfTheAnswerIs() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        receiver.next(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            await(end);
        });
        rig.tell(receiver).happen(1, 2);
        assertThat(arrived(2)).containsExactly("event-1", "event-2");
        end.countDown();
    }

    @Test
    void whenMoreWaitThanMayTheOldestAreDroppedAndThatIsSaid() throws InterruptedException {
        begin(3);
        CountDownLatch answer = new CountDownLatch(1);
        receiver.next(exchange -> {
            await(answer);
            HookReceiver.FINE.answer(exchange);
        });
        rig.tell(receiver).happen(0, 1);
        assertThat(arrived(1)).containsExactly("event-0");
        rig.happen(1, 5);
        answer.countDown();
        assertThat(arrived(2)).containsExactly("event-4", "event-5");
        assertThat(rig.standings().trouble())
                .isEqualTo(
                        "web hook %s: 3 events were dropped, and later ones wait",
                        receiver.url("/hook"));
        rig.standings().well();
    }

    @Test
    void whoIsToldNoMoreStillGetsWhatWaits() throws InterruptedException {
        begin(1000);
        try (HookReceiver other = new HookReceiver()) {
            receiver.next(HookReceiver.saying(500), HookReceiver.saying(500));
            rig.time().hold();
            rig.tell(receiver).happen(1, 2);
            rig.standings().trouble();
            rig.tell(other).happen(3, 1);
            rig.time().release();
            assertThat(receiver.take(4))
                    .extracting(Received::id)
                    .containsExactly("event-1", "event-1", "event-1", "event-2");
            assertThat(other.take().id()).isEqualTo("event-3");
            rig.standings().well();
            assertThat(receiver.isQuiet()).isTrue();
        }
    }

    @Test
    void whoIsNamedAgainGoesOnWithWhatWaits() throws InterruptedException {
        receiver.next(HookReceiver.saying(500));
        rig.time().hold();
        rig.tell(receiver).happen(1, 1);
        rig.standings().trouble();
        rig.tell(receiver).happen(2, 1);
        rig.time().release();
        assertThat(arrived(3)).containsExactly("event-1", "event-1", "event-2");
    }

    @Test
    void closingDeliversWhatWaits() throws InterruptedException {
        begin(1000);
        receiver.next(HookReceiver.saying(500));
        rig.tell(receiver).happen(1, 20);
        rig.close();
        assertThat(receiver.take(21)).extracting(Received::id).endsWith("event-19", "event-20");
    }

    @Test
    void closingWaitsNoLongerThanItMayAndSaysWhatIsLost() throws InterruptedException {
        receiver.now(HookReceiver.saying(500));
        rig.time().hold();
        rig.tell(receiver).happen(1, 3);
        assertThat(rig.standings().trouble())
                .isEqualTo(
                        "web hook %s: 3 events wait since 10:02, the last attempt said 500",
                        receiver.url("/hook"));
        rig.close();
        rig.happen(4, 1);
        assertThat(rig.standings().trouble())
                .isEqualTo(
                        "web hook %s: 3 events were not delivered, the last attempt said 500",
                        receiver.url("/hook"));
    }

    /** With room for so many events, and all the time there is at the end. */
    private void begin(int events) {
        rig.close();
        rig = new HookRig(folder, new Patience(HookRig.LONG, DAY, events, HookRig.LONG));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
