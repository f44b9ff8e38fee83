// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.adapter.fleet.FleetClock;
import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * The two clocks of a session: a planning cycle each 15 s and a look each 2 s, by the time of its
 * world. While the platform or the store is gone it holds, and says so. Used by one thread.
 */
final class Loop {
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    /** Until what is readable at an instant can really be read. */
    private static final Duration SETTLING = Duration.ofMillis(200);

    private final Session session;
    private final ControllerSettings settings;
    private final Conditions conditions;
    private final Consumer<List<DecisionRecord>> decided;
    private final FrontDesk desk;
    private final FleetClock clock;
    private final ShiftWatch shifts;
    private Instant nextCycle;

    /**
     * @param desk where it shows what it does, and takes orders while it waits
     * @param decided is told of each cycle and look
     */
    Loop(
            Session session,
            ControllerSettings settings,
            Conditions conditions,
            FrontDesk desk,
            Consumer<List<DecisionRecord>> decided) {
        this.session = session;
        this.settings = settings;
        this.conditions = conditions;
        this.desk = desk;
        this.decided = decided;
        this.clock = session.world().clock();
        this.shifts = new ShiftWatch(clock.shift(), conditions);
        this.nextCycle = clock.instant();
    }

    /**
     * Works until it is stopped, or until the files say something else; whether they do.
     *
     * @throws JournalException if another controller has taken the store over
     */
    boolean run(ConfigurationFiles files, CountDownLatch stop) throws InterruptedException {
        boolean changed = false;
        while (!changed && stop.getCount() > 0) {
            TurnEvent event = TurnEvent.begun();
            session.world().refresh();
            Instant now = clock.instant();
            boolean planning = !now.isBefore(nextCycle);
            event.ended(planning, turn(now));
            changed = files.readAgain();
            Instant next = earlier(now.plus(settings.tick()), nextCycle);
            Duration wait = Duration.between(clock.instant(), next).dividedBy(clock.speed());
            long nanos = Math.max(SHORTEST_WAIT.toNanos(), wait.toNanos());
            if (!changed) {
                desk.inbox().attend(nanos, order -> desk.take(session, order));
            }
        }
        return changed;
    }

    /** How many decisions it came to. */
    private int turn(Instant now) {
        int decisions = 0;
        try {
            List<DecisionRecord> made = now.isBefore(nextCycle) ? tick(now) : cycle(now);
            decisions = made.size();
            desk.show(session, made);
            decided.accept(made);
            conditions.clear(Kind.PLATFORM_UNAVAILABLE, "");
            conditions.clear(Kind.STORE_UNAVAILABLE, "");
        } catch (PlatformException e) {
            desk.tally().failedTurn();
            conditions.gone(Kind.PLATFORM_UNAVAILABLE, e);
        } catch (JournalException e) {
            if (e.fault() == JournalException.Fault.TAKEN) {
                throw e;
            }
            desk.tally().failedTurn();
            conditions.gone(Kind.STORE_UNAVAILABLE, e);
        }
        shifts.meet(clock.shift());
        conditions.set(Kind.READINGS_MISSING, session.world().problems());
        conditions.set(Kind.CLOCK_DIFFERS, session.world().clockDifferences());
        desk.turned();
        return decisions;
    }

    private List<DecisionRecord> tick(Instant now) {
        List<DecisionRecord> decisions = session.tick(now);
        desk.tally().tick();
        return decisions;
    }

    private List<DecisionRecord> cycle(Instant now) {
        long begin = System.nanoTime();
        nextCycle = following(now);
        List<DecisionRecord> decisions = session.cycle(now);
        desk.tally().cycle(Duration.ofNanos(System.nanoTime() - begin));
        return decisions;
    }

    /**
     * Cycles begin at the multiples of their length, when by default new readings can just be read.
     * One that was missed is not made up for.
     */
    private Instant following(Instant now) {
        long cycle = settings.cycle().toMillis();
        long millis = now.minus(SETTLING).toEpochMilli();
        return Instant.ofEpochMilli((millis / cycle + 1) * cycle).plus(SETTLING);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
