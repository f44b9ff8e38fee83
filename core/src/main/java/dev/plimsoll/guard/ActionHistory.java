// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.ScalingBehavior;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was done to a workload of late, as far as rules still count it: approved actions of the last
 * hour, at most {@value #CAPACITY}; changes that somebody else made; what was taken back; and
 * whether scaling out helped. Not thread-safe.
 */
public final class ActionHistory {
    private static final int CAPACITY = ScalingBehavior.MOST_ACTIONS_PER_MINUTE;
    private static final Duration MEMORY = ScalingBehavior.LONGEST_MEMORY;
    private static final int UNKNOWN = -1;

    private record Change(Instant at, int from, int to) {}

    /**
     * A change that was taken back at {@code at}.
     *
     * @param byPerson whether a person wanted that; else it did harm
     */
    record TakenBack(Instant at, boolean wasScaleIn, boolean byPerson) {
        private static final int SCALE_IN = 1;
        private static final int BY_PERSON = 2;

        private int form() {
            return (wasScaleIn ? SCALE_IN : 0) | (byPerson ? BY_PERSON : 0);
        }

        private static TakenBack of(Instant at, int form) {
            return new TakenBack(at, (form & SCALE_IN) != 0, (form & BY_PERSON) != 0);
        }
    }

    private final Deque<Change> changes = new ArrayDeque<>();
    private final GainWatch gains = new GainWatch();
    private Instant lastChange = Instant.MIN;
    private Instant lastScaleOut = Instant.MIN;
    private Instant changedByHandAt = Instant.MIN;
    private Optional<TakenBack> takenBack = Optional.empty();
    private int expected = UNKNOWN;

    /** Takes in what is seen, before it is decided on. */
    public void observe(Outlook outlook) {
        changedByHandAt = changedByHandAt(outlook);
        expected = outlook.current();
        gains.observe(outlook);
    }

    /** Takes note of an action that was approved at an outlook. */
    public void approved(Outlook outlook, Purpose purpose, Action action) {
        changedByHandAt = changedByHandAt(outlook);
        switch (action) {
            case Action.Scale(var _, int from, int to, var _) -> {
                add(new Change(outlook.at(), from, to));
                expected = to;
                if (purpose == Purpose.TAKE_BACK) {
                    takenBack = Optional.of(new TakenBack(outlook.at(), to > from, false));
                } else if (to > from) {
                    lastScaleOut = outlook.at();
                    gains.scaledOut(outlook, to);
                }
            }
        }
    }

    /** Takes note that what was taken back last was so because a person wanted it. */
    public void reverted() {
        takenBack = takenBack.map(last -> new TakenBack(last.at(), last.wasScaleIn(), true));
    }

    /** Takes note that a platform refused an approved action: nothing was changed. */
    public void refused(Action action) {
        expected =
                switch (action) {
                    case Action.Scale scale -> scale.from();
                };
    }

    /**
     * Takes note that nobody knows whether an approved action was carried out: whatever number is
     * seen next, nobody else need have made it.
     */
    public void failed() {
        expected = UNKNOWN;
    }

    /**
     * When a scaling was last approved, even if it was then refused; {@link Instant#MIN} if never.
     */
    public Instant lastChange() {
        return lastChange;
    }

    Instant lastScaleOut() {
        return lastScaleOut;
    }

    /**
     * When somebody else last changed the number, which a tick may be the first to see; {@link
     * Instant#MIN} if never.
     */
    Instant changedByHandAt(Outlook outlook) {
        return isByHand(outlook) ? outlook.at() : changedByHandAt;
    }

    Optional<TakenBack> takenBack() {
        return takenBack;
    }

    GainWatch gains() {
        return gains;
    }

    /** Actions after {@code since}. */
    int actionsSince(Instant since) {
        return since(since).size();
    }

    /** Replicas added less replicas removed after {@code since}. */
    int netChangeSince(Instant since) {
        return since(since).stream().mapToInt(change -> change.to() - change.from()).sum();
    }

    /** Replicas removed after {@code since}, whatever was added. */
    int removedSince(Instant since) {
        return since(since).stream()
                .mapToInt(change -> Math.max(0, change.from() - change.to()))
                .sum();
    }

    public void save(StateWriter out) {
        out.putInstant(lastChange).putInstant(lastScaleOut).putInstant(changedByHandAt);
        out.putInstant(takenBack.map(TakenBack::at).orElse(Instant.MIN));
        out.putInt(takenBack.map(TakenBack::form).orElse(0));
        out.putInt(expected).putInt(changes.size());
        for (Change change : changes) {
            out.putInstant(change.at()).putInt(change.from()).putInt(change.to());
        }
        gains.save(out);
    }

    public void restore(StateReader in) {
        lastChange = in.getInstant();
        lastScaleOut = in.getInstant();
        changedByHandAt = in.getInstant();
        TakenBack last = TakenBack.of(in.getInstant(), in.getInt());
        takenBack = Optional.of(last).filter(taken -> !taken.at().equals(Instant.MIN));
        expected = in.getInt();
        changes.clear();
        for (int left = in.getInt(); left > 0; left--) {
            changes.add(new Change(in.getInstant(), in.getInt(), in.getInt()));
        }
        gains.restore(in);
    }

    private boolean isByHand(Outlook outlook) {
        return expected != UNKNOWN && outlook.current() != expected;
    }

    /** The changes after {@code since}, newest first. */
    private List<Change> since(Instant since) {
        if (changes.isEmpty() || !changes.getLast().at().isAfter(since)) {
            return List.of();
        }
        List<Change> newest = new ArrayList<>();
        for (var backwards = changes.descendingIterator(); backwards.hasNext(); ) {
            Change change = backwards.next();
            if (!change.at().isAfter(since)) {
                break;
            }
            newest.add(change);
        }
        return newest;
    }

    private void add(Change change) {
        while (!changes.isEmpty() && isForgotten(changes.getFirst(), change.at())) {
            changes.removeFirst();
        }
        changes.addLast(change);
        lastChange = change.at();
    }

    private boolean isForgotten(Change oldest, Instant now) {
        return changes.size() == CAPACITY || oldest.at().isBefore(now.minus(MEMORY));
    }
}
