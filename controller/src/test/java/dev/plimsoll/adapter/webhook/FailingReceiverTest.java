// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import static dev.plimsoll.adapter.webhook.HookReceiver.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.adapter.webhook.HookReceiver.Answering;
import dev.plimsoll.adapter.webhook.HookReceiver.Received;
import dev.plimsoll.http.Certificates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that fail in every way there is, and then work. */
@Timeout(60)
class FailingReceiverTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir private Path folder;
    private final HookReceiver receiver = new HookReceiver();
    private final CountDownLatch end = new CountDownLatch(1);
    private HookRig rig;

    /** What a receiver does instead of taking an event. */
    enum Failure {
        FAULT("said 500"),
        BAD_GATEWAY("said 502"),
        REDIRECTION("said 302"),
        NOT_FOUND("said 404"),
        REFUSAL("said 401"),
        TOO_MANY("said 429"),
        CLOSED_CONNECTION("had no answer: "),
        SLOW_ANSWER("had no answer within 1s");

        private final String said;

        Failure(String said) {
            this.said = said;
        }

        boolean isSilence() {
            return this == SLOW_ANSWER;
        }
    }

    @BeforeEach
    void begin() {
        rig = new HookRig(folder).tell(receiver);
    }

    @AfterEach
    void close() {
        end.countDown();
        rig.close();
        receiver.close();
    }

    private Answering failing(Failure failure) {
        return switch (failure) {
            case FAULT -> saying(500);
            case BAD_GATEWAY -> saying(502);
            case REDIRECTION -> saying(302, "Location", receiver.url("/elsewhere").toString());
            case NOT_FOUND -> saying(404);
            case REFUSAL -> saying(401);
            case TOO_MANY -> saying(429);
            case CLOSED_CONNECTION -> _ -> {};
            case SLOW_ANSWER ->
                    exchange -> {
                        await(end);
                        exchange.sendResponseHeaders(204, -1);
                    };
        };
    }

    @ParameterizedTest
    @EnumSource
    void everythingArrivesInOrderOnceItWorks(Failure failure) throws InterruptedException {
        if (failure.isSilence()) {
            rig.close();
            rig = new HookRig(folder, new Patience(SECOND, DAY, 1000, SECOND)).tell(receiver);
        }
        Answering fails = failing(failure);
        receiver.next(fails, fails, fails, HookReceiver.FINE, fails);
        rig.happen(1, 4);
        List<Received> requests = receiver.take(8);
        assertThat(requests)
                .extracting(Received::id)
                .containsExactly(
                        "event-1", "event-1", "event-1", "event-1", "event-2", "event-2", "event-3",
                        "event-4");
        assertThat(requests).allMatch(request -> request.path().equals("/hook"));
        requests.forEach(request -> HandSigned.assertSigned(request, HookRig.SECRET));
        assertThat(rig.standings().trouble())
                .startsWith("web hook %s: ".formatted(receiver.url("/hook")))
                .contains(" wait", " since 10:02, the last attempt " + failure.said);
        rig.standings().well();
    }

    @Test
    void anAttemptRepeatsTheEventAndIsDatedAnew() throws InterruptedException {
        receiver.next(saying(500));
        rig.happen(1, 1);
        Received first = receiver.take();
        Received second = receiver.take();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.signature()).isNotEqualTo(first.signature());
        assertThat(Long.parseLong(second.timestamp()) - Long.parseLong(first.timestamp()))
                .isEqualTo(1);
    }

    /** One after the other in every way, at random, among events that come meanwhile. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLostWhateverHappens(long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        List<Failure> failures =
                Arrays.stream(Failure.values()).filter(each -> !each.isSilence()).toList();
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        receiver.now(exchange -> {
            if (random.nextBoolean()) {
                failing(failures.get(random.nextInt(failures.size()))).answer(exchange);
            } else {
                arrived.add(exchange.getRequestHeaders().getFirst("webhook-id"));
                HookReceiver.FINE.answer(exchange);
            }
        });
        rig.happen(0, 10);
        for (int i = 0; i < 40; i++) {
            assertThat(arrived.poll(20, TimeUnit.SECONDS)).isEqualTo("event-" + i);
            rig.happen(10 + i, 1);
        }
    }

    @Test
    void aRedirectionIsNotFollowed() throws InterruptedException {
        try (HookReceiver elsewhere = new HookReceiver()) {
            receiver.next(saying(307, "Location", elsewhere.url("/").toString()));
            rig.happen(1, 1);
            assertThat(receiver.take(2)).extracting(Received::id).containsOnly("event-1");
            assertThat(elsewhere.isQuiet()).isTrue();
        }
    }

    @Test
    void garbageInPlaceOfAnAnswerIsAFailure() throws IOException, InterruptedException {
        try (RawServer raw = new RawServer("\0\1\2garbage\r\n\r\n")) {
            raw.next("HTTP/1.1 204 No Content\r\n\r\n");
            rig.hooks().tell("main", List.of(new Receiver(raw.url(), rig.secret())));
            rig.happen(1, 1);
            assertThat(rig.standings().trouble())
                    .contains("1 event waits since 10:02, the last attempt had no answer: ")
                    .doesNotContain("\0");
            rig.standings().well();
        }
    }

    @Test
    void waitsDoubleFromASecondOnAndStartAnewOnceItWorks() throws InterruptedException {
        receiver.next(saying(500), saying(500), saying(500), HookReceiver.FINE, saying(500));
        rig.happen(1, 2);
        for (int seconds : new int[] {1, 2, 4, 1}) {
            assertThat(rig.time().nextWait())
                    .isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(1250L * seconds));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 120",
        "503, 120, 120",
        "503, 0, 1",
        "503, 99999, 3600",
        "503, 'Mon, 05 Jan 2026 10:03:30 GMT', 90",
        "503, 'Mon, 05 Jan 2026 09:00:00 GMT', 1",
    })
    void whatAReceiverAsksForIsKeptToWithinBounds(int status, String after, int seconds)
            throws InterruptedException {
        receiver.next(saying(status, "Retry-After", after));
        rig.happen(1, 1);
        assertThat(rig.time().nextWait()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"500, 120", "429, soon", "503, -5", "503, 12345678901234567890"})
    void whatIsNoWishIsNotKeptTo(int status, String after) throws InterruptedException {
        receiver.next(saying(status, "Retry-After", after));
        rig.happen(1, 1);
        assertThat(rig.time().nextWait()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
    }

    @Test
    void afterADayAnEventIsGivenUpAndThatIsSaid() throws InterruptedException {
        receiver.now(saying(500));
        rig.happen(1, 2);
        rig.time().pass(Duration.ofHours(24));
        rig.time().hold();
        rig.happen(3, 1);
        assertThat(lastTrouble("1 event waits"))
                .contains(
                        "1 event waits since 10:0", ", 2 were dropped, the last attempt said 500");
        receiver.now(HookReceiver.FINE);
        rig.time().release();
        rig.standings().well();
        List<String> requests = new ArrayList<>();
        while (!receiver.isQuiet()) {
            requests.add(receiver.take().id());
        }
        assertThat(requests).doesNotContain("event-2").endsWith("event-3", "event-3");
    }

    private String lastTrouble(String part) throws InterruptedException {
        String trouble = rig.standings().trouble();
        while (!trouble.contains(part) || !trouble.contains("dropped")) {
            trouble = rig.standings().trouble();
        }
        return trouble;
    }

    @Test
    void oneThatIsGoneIsNotToldAgain() throws InterruptedException {
        try (HookReceiver other = new HookReceiver()) {
            receiver.now(saying(410));
            rig.tell(receiver, other).happen(1, 3);
            assertThat(rig.standings().trouble()).isNotEmpty();
            assertThat(other.take(3))
                    .extracting(Received::id)
                    .containsExactly("event-1", "event-2", "event-3");
            rig.tell(receiver, other).happen(4, 1);
            assertThat(other.take().id()).isEqualTo("event-4");
            rig.close();
            assertThat(receiver.take().id()).isEqualTo("event-1");
            assertThat(receiver.isQuiet()).isTrue();
        }
    }

    @Test
    void thatOneIsGoneIsSaidWithWhatToDo() throws InterruptedException {
        receiver.now(saying(410));
        rig.happen(1, 1);
        assertThat(rig.standings().trouble())
                .isEqualTo(
                        "web hook %s: it said 410, it is gone: nothing more is sent there before"
                                + " the controller starts again; take it out, or mend its url",
                        receiver.url("/hook"));
    }

    @Test
    void oneThatFailsHoldsUpNobodyElse() throws InterruptedException {
        try (HookReceiver other = new HookReceiver()) {
            receiver.now(failing(Failure.SLOW_ANSWER));
            rig.tell(receiver, other).happen(1, 3);
            assertThat(other.take(3))
                    .extracting(Received::id)
                    .containsExactly("event-1", "event-2", "event-3");
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsSaid() throws Exception {
        Certificates certificates = new Certificates(folder);
        certificates.certify("server", "ip:127.0.0.1");
        try (HookReceiver secured = new HookReceiver(certificates.context("server"))) {
            rig.tell(secured).happen(1, 1);
            assertThat(rig.standings().trouble())
                    .startsWith("web hook https://127.0.0.1:")
                    .contains("the last attempt had no answer: TLS failed: ");
            assertThat(secured.isQuiet()).isTrue();
        }
    }

    @Test
    void thatNobodyListensIsSaid() throws InterruptedException {
        URI url = receiver.url("/hook");
        receiver.close();
        rig.happen(1, 1);
        assertThat(rig.standings().trouble())
                .isEqualTo(
                        "web hook %s: 1 event waits since 10:02, the last attempt had no answer:"
                                + " nobody listens there, or no way leads there",
                        url);
    }

    @ParameterizedTest
    @CsvSource({
        "'', holds no secret",
        "' \n', holds no secret",
        "whsec_, holds no secret",
        "whsec_*, holds no Base64 behind whsec_",
        "LONG, has more than 4096 bytes",
    })
    void aSecretThatCannotBeUsedIsSaidAndNothingIsSentUnsigned(String text, String why)
            throws InterruptedException {
        HookRig.write(rig.secret(), text.replace("LONG", "x".repeat(5000)));
        rig.time().hold();
        rig.happen(1, 1);
        assertThat(rig.standings().trouble())
                .endsWith("the last attempt could not be signed: its secretFile " + why);
        assertThat(receiver.isQuiet()).isTrue();
        HookRig.write(rig.secret(), "a plain secret\n");
        rig.time().release();
        HandSigned.assertSigned(receiver.take(), "a plain secret");
    }

    @Test
    void aSecretFileThatIsNotThereIsSaid() throws InterruptedException {
        var nowhere = new Receiver(receiver.url("/hook"), folder.resolve("none"));
        rig.hooks().tell("main", List.of(nowhere));
        rig.happen(1, 1);
        assertThat(rig.standings().trouble())
                .endsWith("could not be signed: its secretFile cannot be read as text");
    }

    @Test
    void aSecretIsReadForEachAttempt() throws InterruptedException {
        receiver.next(saying(401));
        rig.time().hold();
        rig.happen(1, 1);
        HandSigned.assertSigned(receiver.take(), HookRig.SECRET);
        rig.standings().trouble();
        HookRig.write(rig.secret(), "another secret");
        rig.time().release();
        HandSigned.assertSigned(receiver.take(), "another secret");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
