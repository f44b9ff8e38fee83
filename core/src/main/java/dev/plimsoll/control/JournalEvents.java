// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.control.Event.Kind;
import dev.plimsoll.control.EventDetail.Decision;
import dev.plimsoll.control.EventDetail.Miss;
import dev.plimsoll.control.EventDetail.Move;
import dev.plimsoll.control.EventDetail.Order;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Instructed;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.guard.Withholding;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.plan.Purpose;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What of a journal is worth telling, entry by entry. What waits for approval is told once, and
 * again when it has gone away in between, begins elsewhere, turns round, or goes half as far again.
 * Not thread-safe.
 */
public final class JournalEvents {
    private final UnaryOperator<String> ids;
    private final Map<WorkloadId, Move> asked = new TreeMap<>();

    /**
     * Before the first entry.
     *
     * @param ids makes an event's id of what it tells: of the same entry the same, whenever it is
     *     told
     */
    public JournalEvents(UnaryOperator<String> ids) {
        this.ids = ids;
    }

    /** The event that the next entry is, if it is one. */
    public Optional<Event> of(JournalEntry entry) {
        return switch (entry) {
            case Observed _ -> Optional.empty();
            case Decided decided -> decided(decided);
            case Acted acted -> acted(acted);
            case Instructed instructed -> Optional.of(instructed(instructed));
        };
    }

    private Optional<Event> decided(Decided decided) {
        DecisionRecord decision = decided.record();
        Optional<Action> waiting = waiting(decision.verdict());
        if (waiting.isPresent()) {
            Move move = move(decided.at(), waiting.get());
            return isAsked(decided.workload(), move)
                    ? Optional.empty()
                    : Optional.of(asked(decided, move));
        }
        asked.remove(decided.workload());
        return decision.verdict().passed().map(action -> approved(decided, action));
    }

    private static Optional<Action> waiting(Verdict verdict) {
        return verdict instanceof Verdict.Withheld(var action, var _, var why, var _)
                        && why instanceof Withholding.AwaitingApproval
                ? Optional.of(action)
                : Optional.empty();
    }

    private boolean isAsked(WorkloadId workload, Move move) {
        Move earlier = asked.get(workload);
        return earlier != null
                && earlier.from() == move.from()
                && Integer.signum(step(earlier)) == Integer.signum(step(move))
                && 2 * Math.abs(step(move)) < 3 * Math.abs(step(earlier));
    }

    private Event asked(Decided decided, Move move) {
        asked.put(decided.workload(), move);
        return event(
                decided,
                Kind.APPROVAL_AWAITED,
                EventText.awaited(decided.record()),
                decision(decided.record(), move));
    }

    private Event approved(Decided decided, Action action) {
        DecisionRecord decision = decided.record();
        boolean back = decision.proposal().purpose() == Purpose.TAKE_BACK;
        return event(
                decided,
                back ? Kind.CHANGE_REVERTED : Kind.ACTION_APPROVED,
                back ? EventText.reverted(decision, action) : EventText.approved(decision, action),
                decision(decision, move(decided.at(), action)));
    }

    private Optional<Event> acted(Acted acted) {
        Move move = move(acted.decided(), acted.outcome().action());
        return switch (acted.outcome()) {
            case Outcome.Applied _ -> Optional.empty();
            case Outcome.Refused(var action, var _, var refusal) ->
                    Optional.of(
                            event(
                                    acted,
                                    Kind.ACTION_REFUSED,
                                    EventText.refused(action, refusal),
                                    new Miss(move, Optional.of(refusal.name()))));
            case Outcome.Failed(var action, var _, var fault) ->
                    Optional.of(
                            event(
                                    acted,
                                    Kind.ACTION_FAILED,
                                    EventText.failed(action, fault),
                                    new Miss(move, Optional.of(fault.name()))));
            case Outcome.Unsent(var action, var _) ->
                    Optional.of(
                            event(
                                    acted,
                                    Kind.ACTION_UNSENT,
                                    EventText.unsent(action),
                                    new Miss(move, Optional.empty())));
        };
    }

    private Event instructed(Instructed instructed) {
        return event(
                instructed,
                Kind.INSTRUCTION_GIVEN,
                EventText.instructed(instructed.workload(), instructed.instruction()),
                new Order(instructed.instruction()));
    }

    private Event event(JournalEntry entry, Kind kind, String sentence, EventDetail detail) {
        String told = "%s %s %s %s".formatted(kind.label(), entry.at(), entry.workload(), detail);
        return new Event(
                ids.apply(told), entry.at(), kind, Optional.of(entry.workload()), sentence, detail);
    }

    private static Decision decision(DecisionRecord decision, Move move) {
        return new Decision(
                move,
                decision.proposal().policy(),
                decision.proposal().reason(),
                decision.verdict().clamps().stream().map(Clamp::rule).toList(),
                decision.verdict().leave());
    }

    private static Move move(Instant decided, Action action) {
        return switch (action) {
            case Action.Scale(var _, int from, int to, var _) -> new Move(decided, from, to);
        };
    }

    private static int step(Move move) {
        return move.to() - move.from();
    }
}
