// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.PlatformException;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.server.control.ControllerState.Identity;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a controller does from its start to its end: one session after the other. */
final class Shift {
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ConfigurationFiles files;
    private final Stores stores;
    private final Conditions conditions;
    private final Announcer announcer;
    private final FrontDesk desk;
    private final CountDownLatch stop;

    Shift(
            ConfigurationFiles files,
            Stores stores,
            Conditions conditions,
            Announcer announcer,
            FrontDesk desk,
            CountDownLatch stop) {
        this.files = files;
        this.stores = stores;
        this.conditions = conditions;
        this.announcer = announcer;
        this.desk = desk;
        this.stop = stop;
    }

    /** Works until it is stopped; false if it cannot go on. */
    boolean work() throws InterruptedException {
        Thread bell = Thread.ofVirtual().start(this::ring);
        try {
            while (stop.getCount() > 0) {
                sessions();
            }
        } catch (JournalException e) {
            announcer.gaveUp(e);
            return false;
        } finally {
            bell.interrupt();
        }
        announcer.ended();
        return true;
    }

    /** Ends the loop's wait when it is to stop. */
    private void ring() {
        try {
            stop.await();
            desk.inbox().nudge();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the work has ended without being stopped
        }
    }

    /** Sessions for as long as the journal stays in the same place. */
    private void sessions() throws InterruptedException {
        ControllerSettings settings = settings(files.inForce());
        try (OpenJournal open = stores.open(settings)) {
            while (stop.getCount() > 0 && Stores.isSame(settings, settings(files.inForce()))) {
                session(open);
            }
        } catch (JournalException e) {
            if (e.fault() == JournalException.Fault.GONE) {
                conditions.gone(Kind.STORE_UNAVAILABLE, e);
                waitAWhile();
            } else if (e.fault() == JournalException.Fault.TAKEN || !files.withdraw(text(e))) {
                throw e;
            }
        } catch (InvalidInputException e) {
            if (!files.withdraw(String.join("; ", e.problems()))) {
                throw e;
            }
        } catch (RuntimeException e) { // at the edge of the pool: all hold, and it begins anew
            announcer.broke(e);
            conditions.raise(Kind.DEFECT, "", "all hold, and begin anew from the journal: " + e);
            waitAWhile();
        }
    }

    /** One session; where it cannot begin as the platform is gone, a wait, and a sign of life. */
    private void session(OpenJournal open) throws InterruptedException {
        Configuration configuration = files.inForce();
        Policies policies = new Policies(configuration);
        try (World world = new World(settings(configuration), policies, open);
                Session session =
                        new Session(policies, open.journal(), world, conditions, desk.tally())) {
            files.confirm();
            conditions.clear(Kind.DEFECT, "");
            announcer.began(configuration);
            work(session, settings(configuration));
        } catch (PlatformException e) {
            conditions.gone(Kind.PLATFORM_UNAVAILABLE, e);
            waitAWhile();
            open.journal().commit(); // else another controller may take the store for given up
        }
    }

    private static ControllerSettings settings(Configuration configuration) {
        return configuration.controller().orElseThrow();
    }

    private static String text(RuntimeException problem) {
        return String.valueOf(problem.getMessage());
    }

    private void work(Session session, ControllerSettings settings) throws InterruptedException {
        Identity identity = Controller.identity(settings, desk.state().identity().since());
        desk.opened(session, identity, settings.cycle());
        try {
            Loop loop = new Loop(session, settings, conditions, desk, announcer::decided);
            if (loop.run(files, stop)) {
                announcer.changed();
            }
        } finally {
            desk.closed();
        }
    }

    /** Whoever mends the files meanwhile is heard. */
    private void waitAWhile() throws InterruptedException {
        stop.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        files.readAgain();
    }
}
