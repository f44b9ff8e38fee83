// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.control.Answer;
import dev.plimsoll.server.control.Answer.Refusal;
import dev.plimsoll.server.control.Order;
import dev.plimsoll.server.control.Order.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final Order ORDER =
            new Order(
                    new WorkloadId("shop", "web"),
                    Verb.PAUSE,
                    "ann",
                    "deploy",
                    Order.USUAL_LENGTH,
                    Optional.empty());
    private static final Answer HEARD =
            new Answer.Heard(Instant.EPOCH, new Instruction.Pause("ann", "deploy"));

    private final List<Order> taken = new ArrayList<>();

    @Test
    void anOrderEndsTheWaitOfWhoAsksAndNotThatOfTheLoop() throws InterruptedException {
        Inbox inbox = new Inbox(Duration.ofMinutes(1));
        var first = CompletableFuture.supplyAsync(() -> inbox.ask(ORDER));
        var second = CompletableFuture.supplyAsync(() -> inbox.ask(ORDER));
        CompletableFuture.allOf(first, second).thenRun(inbox::nudge);

        inbox.attend(MINUTE, this::take);

        assertThat(first.join()).isEqualTo(HEARD);
        assertThat(second.join()).isEqualTo(HEARD);
        assertThat(taken).containsExactly(ORDER, ORDER);
    }

    @Test
    void anOrderThatWasGivenUpIsNotCarriedOutLater() throws InterruptedException {
        Inbox inbox = new Inbox(Duration.ofMillis(1));
        assertThat(inbox.ask(ORDER))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.TIMED_OUT));
        inbox.nudge();
        inbox.attend(MINUTE, this::take);
        inbox.empty(this::take);
        assertThat(taken).isEmpty();
    }

    @Test
    void anOrderThatIsBeingCarriedOutIsWaitedFor() throws InterruptedException {
        Inbox inbox = new Inbox(Duration.ofMillis(1));
        var begun = new CompletableFuture<Void>();
        var asked =
                CompletableFuture.supplyAsync(() -> {
                    Answer answer = inbox.ask(ORDER);
                    while (isTimedOut(answer)) {
                        answer = inbox.ask(ORDER); // the loop was not there yet
                    }
                    inbox.nudge();
                    return answer;
                });
        inbox.attend(
                MINUTE,
                order -> {
                    begun.complete(null);
                    assertThat(asked).isNotDone();
                    return take(order);
                });
        assertThat(begun).isDone();
        assertThat(asked.join()).isEqualTo(HEARD);
    }

    @Test
    void aDefectReachesBothTheLoopAndWhoAsked() {
        Inbox inbox = new Inbox(Duration.ofMinutes(1));
        var asked = CompletableFuture.supplyAsync(() -> inbox.ask(ORDER));
        assertThatThrownBy(() ->
                        inbox.attend(
                                MINUTE,
                                _ -> {
                                    throw new IllegalStateException("broken");
                                }))
                .hasMessage("broken");
        assertThatThrownBy(asked::join).hasMessageContaining("an order was not answered");
    }

    @Test
    void withoutOrdersTheWaitEndsWithItsTime() throws InterruptedException {
        Inbox inbox = new Inbox(Duration.ofMinutes(1));
        inbox.attend(1, this::take);
        inbox.attend(-1, this::take);
        assertThat(taken).isEmpty();
    }

    private static boolean isTimedOut(Answer answer) {
        return answer instanceof Answer.Refused(var refusal, var _) && refusal == Refusal.TIMED_OUT;
    }

    private Answer take(Order order) {
        taken.add(order);
        return HEARD;
    }
}
