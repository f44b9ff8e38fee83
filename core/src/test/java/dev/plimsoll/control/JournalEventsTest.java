// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.acted;
import static dev.plimsoll.control.Entries.decided;
import static dev.plimsoll.control.Entries.observed;
import static dev.plimsoll.control.Entries.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.plimsoll.control.Event.Kind;
import dev.plimsoll.control.EventDetail.Decision;
import dev.plimsoll.control.EventDetail.Miss;
import dev.plimsoll.control.EventDetail.Move;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.Outcome.Refusal;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Instruction;
import dev.plimsoll.model.Mode;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.ReactivePolicy;
import dev.plimsoll.plan.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a journal is told; one replica for each 40 requests/s is wanted, for each 48 needed. */
class JournalEventsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Action.Scale OUT = new Action.Scale(WEB, 4, 7);

    private final List<Event> told = new ArrayList<>();
    private final JournalEvents events = new JournalEvents(_ -> "id-" + told.size());

    @Test
    void whatIsSeenAndWhatChangesNothingIsNotTold() {
        tell(observed(WEB, 0));
        tell(decided(WEB, 0, 4, 4));
        tell(acted(WEB, 0));
        assertThat(told).isEmpty();
    }

    @Test
    void anApprovedActionIsToldWithWhatDecidedIt() {
        tell(decided(WEB, 15, 4, 7));
        assertThat(told)
                .containsExactly(
                        new Event(
                                "id-0",
                                second(15),
                                Kind.ACTION_APPROVED,
                                Optional.of(WEB),
                                "shop/web goes from 4 to 7 replicas: a fixed number was asked for",
                                new Decision(
                                        new Move(second(15), 4, 7),
                                        "static",
                                        Reason.FIXED,
                                        List.of(),
                                        Optional.empty())));
    }

    @Test
    void whatIsMadeAgainOfWhatAJournalKeptIsTheSame() {
        InMemoryJournal journal = new InMemoryJournal(Duration.ofDays(1));
        EveryEntry.list().forEach(journal::append);
        journal.commit();
        assertThat(named(journal.read())).isEqualTo(named(EveryEntry.list())).isNotEmpty();
    }

    @Test
    void whatIsNotTheSameHasAnotherName() {
        List<String> names = named(EveryEntry.list()).stream().map(Event::id).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    /** Events with short names in the order in which they came. */
    private static List<Event> named(List<JournalEntry> entries) {
        JournalEvents named =
                new JournalEvents(told -> "id-" + Integer.toHexString(told.hashCode()));
        return entries.stream().flatMap(entry -> named.of(entry).stream()).toList();
    }

    @Test
    void theRuleThatBoundLastIsToldWithTheReason() {
        tell(decided(WEB, 15, 4, 400));
        assertThat(told.getFirst().sentence())
                .isEqualTo(
                        "shop/web goes from 4 to 24 replicas: a fixed number was asked for; one"
                            + " action multiplies the replicas by four at most, or adds twenty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CONFLICT         | somebody else had changed it meanwhile
                    UNKNOWN_WORKLOAD | the platform does not know it
                    SUPERSEDED       | another controller has taken over
                    UNFIT            | the platform cannot have that many
                    """)
    void aRefusalIsToldWithItsReason(Refusal refusal, String why) {
        tell(new Acted(second(15), new Outcome.Refused(OUT, second(16), refusal)));
        assertThat(told)
                .containsExactly(
                        new Event(
                                "id-0",
                                second(16),
                                Kind.ACTION_REFUSED,
                                Optional.of(WEB),
                                "shop/web from 4 to 7 replicas was refused: " + why,
                                new Miss(new Move(second(15), 4, 7), Optional.of(refusal.name()))));
    }

    @Test
    void whatMayHaveFailedAndWhatWasNotSentAreTold() {
        tell(new Acted(second(15), new Outcome.Failed(OUT, second(20), Fault.TIMED_OUT)));
        tell(new Acted(second(30), new Outcome.Unsent(OUT, second(31))));
        assertThat(told)
                .extracting(Event::kind, Event::sentence, Event::detail)
                .containsExactly(
                        tuple(
                                Kind.ACTION_FAILED,
                                "shop/web from 4 to 7 replicas may or may not have been carried"
                                        + " out; of the platform: it did not answer in time",
                                new Miss(new Move(second(15), 4, 7), Optional.of("TIMED_OUT"))),
                        tuple(
                                Kind.ACTION_UNSENT,
                                "shop/web from 4 to 7 replicas was not sent: what is still wanted"
                                        + " is decided afresh",
                                new Miss(new Move(second(30), 4, 7), Optional.empty())));
    }

    @Test
    void whatPeopleSayIsTold() {
        var until = second(600);
        say(new Instruction.Pause("ann", "deploy"));
        say(new Instruction.Resume("bob", "done"));
        say(new Instruction.Approve("ann", "sale", 4, 7, until));
        say(new Instruction.Reject("bob", "dear", 4, 1, until));
        say(new Instruction.Revert("ann", "too few"));
        assertThat(told)
                .allMatch(event -> event.kind() == Kind.INSTRUCTION_GIVEN)
                .extracting(Event::sentence)
                .containsExactly(
                        "ann paused shop/web: deploy",
                        "bob resumed shop/web: done",
                        "ann approved shop/web from 4 to 7 replicas until 2026-01-05T00:10:00Z:"
                                + " sale",
                        "bob rejected shop/web from 4 to 1 replica until 2026-01-05T00:10:00Z:"
                                + " dear",
                        "ann asked to take the last change of shop/web back: too few");
    }

    @Test
    void whatWaitsForApprovalIsToldOnceHoweverLongItWaits() {
        ControlLoop loop = loop(new Consent(Mode.ACT, 0.3));
        turns(loop, 400, 640, 640, 640);
        assertThat(told)
                .extracting(Event::sentence)
                .containsExactly(
                        "shop/web waits for approval: moves 60 % of the replicas, more than 30 %"
                                + " (10 to 16 replicas)");
        assertThat(told.getFirst().kind()).isEqualTo(Kind.APPROVAL_AWAITED);
    }

    @Test
    void whatWaitsIsToldAgainOnlyWhenItGoesHalfAsFarAgain() {
        ControlLoop loop = loop(new Consent(Mode.ACT, 0.3));
        turns(loop, 400, 640, 600, 720, 760, 800);
        assertThat(told)
                .extracting(event -> ((Decision) event.detail()).move().to())
                .containsExactly(16, 19);
    }

    @Test
    void whatWaitsIsToldAgainWhenItHasGoneAwayInBetween() {
        ControlLoop loop = loop(new Consent(Mode.ACT, 0.3));
        turns(loop, 400, 640, 400, 640);
        assertThat(told).extracting(Event::kind).containsOnly(Kind.APPROVAL_AWAITED).hasSize(2);
    }

    @Test
    void whatWaitsIsToldAgainWhenItTurnsRoundOrBeginsElsewhere() {
        ControlLoop loop = loop(new Consent(Mode.ADVISE, 0.3));
        turns(loop, 400, 480, 320);
        loop.platform().set(WEB, 9);
        turns(loop, 320);
        loop.clock().advance(Duration.ofMinutes(20)); // what was set by hand is respected no more
        turns(loop, 320);
        assertThat(told)
                .extracting(event -> ((Decision) event.detail()).move())
                .extracting(move -> "%d to %d".formatted(move.from(), move.to()))
                .containsExactly("10 to 12", "10 to 8", "9 to 8");
    }

    @Test
    void whoseLeaveLetAnActionPassIsTold() {
        ControlLoop loop = loop(new Consent(Mode.ACT, 0.3));
        turns(loop, 400, 640);
        loop.say(
                new Instruction.Approve(
                        "ann", "the sale", 10, 16, loop.clock().instant().plus(MINUTE)));
        turns(loop, 640);
        Event approved = told.getLast();
        assertThat(approved.kind()).isEqualTo(Kind.ACTION_APPROVED);
        assertThat(approved.sentence()).endsWith("; ann approved it: the sale");
        assertThat(((Decision) approved.detail()).leave())
                .containsInstanceOf(Instruction.Approve.class);
    }

    @Test
    void aChangeThatIsTakenBackIsToldAsSuch() {
        ControlLoop loop = loop(Consent.FULL);
        turns(loop, 400, 480);
        loop.say(new Instruction.Revert("ann", "too many"));
        turns(loop, 400);
        assertThat(told)
                .extracting(Event::kind)
                .containsExactly(Kind.ACTION_APPROVED, Kind.CHANGE_REVERTED);
        assertThat(told.getLast().sentence())
                .isEqualTo(
                        "shop/web goes back from 12 to 10 replicas: a person asked for it; ann"
                                + " asked for it: too many");
    }

    @Test
    void allThatCanStandInAJournalCanBeTold() {
        assertThat(Events.ofEveryEntry())
                .extracting(Event::kind)
                .containsAll(
                        EnumSet.complementOf(
                                EnumSet.of(
                                        Kind.CONTROLLER_BEGAN,
                                        Kind.CONTROLLER_ENDED,
                                        Kind.ACTION_APPROVED,
                                        Kind.CONDITION_RAISED,
                                        Kind.CONDITION_OVER)));
    }

    @ParameterizedTest
    @CsvSource({"''", "a.b", "a b", "é"})
    void anIdThatCannotBeSignedIsRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Event(
                                id,
                                second(1),
                                Kind.CONTROLLER_BEGAN,
                                Optional.empty(),
                                "begins",
                                EventDetail.NONE))
                .withMessage("event id '%s': give 1 to 64 letters, digits, - and _", id);
    }

    private void tell(JournalEntry entry) {
        events.of(entry).ifPresent(told::add);
    }

    private void say(Instruction instruction) {
        tell(new Instructed(second(1), WEB, instruction));
    }

    private void turns(ControlLoop loop, double... demands) {
        for (double demand : demands) {
            tell(new Decided(loop.turn(demand)));
        }
    }

    private static ControlLoop loop(Consent consent) {
        Workload web =
                Workloads.web(Workloads.WIDE, new ScalingBehavior(100, 0.5, MINUTE, MINUTE, 1));
        return new ControlLoop(web.with(consent), new ReactivePolicy(1.2), 10);
    }
}
