// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static dev.plimsoll.guard.Invariant.*;

import dev.plimsoll.model.Action;
import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Proposal;
import dev.plimsoll.plan.Purpose;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Doubt;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The guard's judge: it keeps a log of its own of what happened to a workload, and tells which
 * invariants an approved action breaks. It shares no code with the rules.
 *
 * <p>The documented order gives one exception: a workload that stands outside what its owner and
 * its pool allow is moved to the nearest number that they allow, whatever else is the case.
 */
final class Invariants {
    private record Done(Instant at, Purpose purpose, int from, int to) {
        boolean isNoTakeBack() {
            return purpose != Purpose.TAKE_BACK;
        }

        int removed() {
            return Math.max(0, from - to);
        }
    }

    private final List<Done> log = new ArrayList<>();
    private final GainLog gains = new GainLog();
    private Optional<Instant> handSeen = Optional.empty();

    /** A cycle looked; knowledge learns from it. */
    void looked(Outlook outlook) {
        gains.looked(outlook);
    }

    /** A look showed that somebody else had changed the number. */
    void sawHand(Instant at) {
        handSeen = Optional.of(at);
    }

    /** An action was approved, which is not to be judged any more. */
    void done(Outlook outlook, Purpose purpose, Action.Scale action) {
        log.add(new Done(outlook.at(), purpose, action.from(), action.to()));
        if (action.to() > action.from() && purpose != Purpose.TAKE_BACK) {
            gains.scaledOut(outlook, action.to());
        }
    }

    /** The invariants that an action, approved at this outlook for this proposal, would break. */
    Set<Invariant> brokenBy(Outlook seen, Proposal proposal, int burst, Action.Scale action) {
        Set<Invariant> broken = EnumSet.noneOf(Invariant.class);
        Allowed allowed = new Allowed(seen, action.to());
        allowed.collect(broken);
        if (allowed.isForced()) {
            return broken;
        }
        StateCare state = new StateCare(seen, proposal.purpose(), action);
        world(broken, seen, proposal);
        pace(broken, seen, proposal.purpose(), action);
        if (action.to() < action.from()) {
            evidence(broken, seen, proposal);
            less(broken, seen, proposal.purpose(), action);
            state.collectLess(broken);
        } else {
            more(broken, seen, proposal.purpose(), action);
            state.collectMore(broken);
        }
        if (proposal.purpose() == Purpose.TICK) {
            tick(broken, seen, burst, action);
        }
        return broken;
    }

    private void world(Set<Invariant> broken, Outlook seen, Proposal proposal) {
        Duration hold = seen.workload().protection().holdFor();
        if (proposal.version() != seen.snapshot().inventory().version()) {
            broken.add(ON_THE_WORLD_THAT_WAS_PLANNED_FOR);
        }
        if (handSeen.filter(at -> at.plus(hold).isAfter(seen.at())).isPresent()) {
            broken.add(HANDS_ARE_RESPECTED);
        }
    }

    private void pace(Set<Invariant> broken, Outlook seen, Purpose purpose, Action.Scale action) {
        boolean takesBack = purpose == Purpose.TAKE_BACK;
        int most = seen.workload().behavior().maxActionsPerMinute();
        if (!takesBack && within(Duration.ofSeconds(60), seen).size() >= most) {
            broken.add(ACTIONS_ARE_FEW);
        }
        if (action.to() > 4 * action.from() && action.to() > action.from() + 20) {
            broken.add(GROWTH_IS_BOUNDED);
        }
        Duration hold = seen.workload().protection().holdFor();
        Optional<Done> harm =
                log.stream()
                        .filter(done -> done.purpose() == Purpose.TAKE_BACK)
                        .reduce((_, newer) -> newer)
                        .filter(done -> done.at().plus(hold).isAfter(seen.at()));
        if (!takesBack && harm.filter(done -> repeats(done, action, seen)).isPresent()) {
            broken.add(HARM_IS_NOT_REPEATED);
        }
    }

    /** Whether an action goes again where it was taken back from, unless demand asks for it. */
    private static boolean repeats(Done takenBack, Action.Scale action, Outlook seen) {
        return takenBack.to() > takenBack.from()
                ? action.to() < action.from()
                : action.to() > action.from() && !Carried.at(seen).isNeeded(action.to());
    }

    private static void evidence(Set<Invariant> broken, Outlook seen, Proposal proposal) {
        for (Signal signal : proposal.evidence()) {
            switch (seen.snapshot().readings().of(signal)) {
                case Reading.Fresh _ -> {}
                case Reading.Absent _ -> broken.add(NOTHING_TAKEN_WITHOUT_A_READING);
                case Reading.Stale _ -> broken.add(NOTHING_TAKEN_ON_AN_OLD_READING);
                case Reading.Suspect(var _, var _, var doubt) -> broken.add(taken(doubt));
            }
        }
    }

    private static Invariant taken(Doubt doubt) {
        return switch (doubt) {
            case ZERO -> NOTHING_TAKEN_ON_A_ZERO_BESIDE_LIFE;
            case FROZEN -> NOTHING_TAKEN_ON_A_FROZEN_READING;
            case PARTIAL -> NOTHING_TAKEN_WHILE_REPLICAS_ARE_SILENT;
        };
    }

    private void less(Set<Invariant> broken, Outlook seen, Purpose purpose, Action.Scale action) {
        if (purpose == Purpose.TAKE_BACK) {
            return;
        }
        if (!Carried.at(seen).suffices(action.to())) {
            broken.add(DEMAND_IS_STILL_CARRIED);
        }
        var behavior = seen.workload().behavior();
        if (within(behavior.coolDown(), seen).stream()
                .anyMatch(done -> done.to() > done.from() && done.isNoTakeBack())) {
            broken.add(REST_AFTER_A_SCALE_OUT);
        }
        List<Done> period = within(behavior.scaleInPeriod(), seen);
        int gone = period.stream().mapToInt(Done::removed).sum();
        int net = period.stream().mapToInt(done -> done.from() - done.to()).sum();
        double may = behavior.scaleInShare() * (action.from() + Math.max(0, net));
        if (gone + action.from() - action.to() > Math.max(1, may)) {
            broken.add(FEW_LEAVE_IN_A_PERIOD);
        }
        double blast = seen.workload().protection().blastRadius() * action.from();
        if (action.from() - action.to() > Math.max(1, blast)) {
            broken.add(ONE_ACTION_TAKES_FEW);
        }
    }

    private void more(Set<Invariant> broken, Outlook seen, Purpose purpose, Action.Scale action) {
        Instant oldest = seen.snapshot().inventory().pendingSince().orElse(seen.at());
        double waited = Duration.between(oldest, seen.at()).toMillis() / 1000.0;
        if (waited > seen.leadTime().p95Seconds()) {
            broken.add(NOTHING_ORDERED_ON_TOP_OF_STUCK_ORDERS);
        }
        if (purpose == Purpose.TAKE_BACK) {
            return;
        }
        if (gains.areUseless(seen.at())) {
            broken.add(NOTHING_BOUGHT_THAT_DOES_NOT_HELP);
        }
        if (gains.areUnproven(seen, action.to())) {
            broken.add(MORE_WAITS_UNTIL_THE_LAST_HELPED);
        }
        if (Carried.at(seen).isBoughtByRetries(action.to())) {
            broken.add(RETRIES_BUY_LITTLE);
        }
    }

    private static void tick(Set<Invariant> broken, Outlook seen, int burst, Action.Scale action) {
        if (action.to() < action.from() || !Carried.at(seen).isNeeded(action.to())) {
            broken.add(TICKS_ADD_WHAT_IS_NEEDED);
        }
        if (action.to() - action.from() > Math.max(0, burst)) {
            broken.add(TICKS_STAY_WITHIN_THE_BUDGET);
        }
    }

    /** What was done so long before, and up to now. */
    private List<Done> within(Duration time, Outlook seen) {
        Instant start = seen.at().minus(time);
        return log.stream().filter(done -> done.at().isAfter(start)).toList();
    }
}
