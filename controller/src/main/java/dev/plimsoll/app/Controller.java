// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.cli.ControllerHost;
import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.PlatformException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A controller that runs: one session after the other, until it is stopped. */
public final class Controller implements ControllerHost {
    private static final Duration RETRY = Duration.ofSeconds(2);

    @Override
    public boolean run(List<Path> paths, PrintStream out, CountDownLatch stop)
            throws InterruptedException {
        Log log = new Log(out, InstantSource.system());
        Conditions conditions = new Conditions(log);
        ConfigurationFiles files = new ConfigurationFiles(paths, conditions);
        try (Herald herald = Herald.of(conditions)) {
            Stores stores = new Stores(InstantSource.system(), herald::listening);
            Announcer announcer = new Announcer(log, herald);
            announcer.starts(files.inForce(), paths);
            return work(files, stores, conditions, announcer, stop);
        }
    }

    /** Session after session; whether it ended because it was asked to. */
    private boolean work(
            ConfigurationFiles files,
            Stores stores,
            Conditions conditions,
            Announcer announcer,
            CountDownLatch stop)
            throws InterruptedException {
        try {
            while (stop.getCount() > 0) {
                session(files, stores, conditions, announcer, stop);
            }
        } catch (JournalException e) {
            announcer.gaveUp(e);
            return false;
        }
        announcer.ended();
        return true;
    }

    /** One session; where it cannot begin because something is gone, a wait for it. */
    private void session(
            ConfigurationFiles files,
            Stores stores,
            Conditions conditions,
            Announcer announcer,
            CountDownLatch stop)
            throws InterruptedException {
        Configuration configuration = files.inForce();
        try (Session session = Session.open(configuration, stores, conditions)) {
            announcer.began(configuration);
            Loop loop =
                    new Loop(
                            session,
                            configuration.controller().orElseThrow(),
                            conditions,
                            announcer::decided);
            Optional<Configuration> changed = loop.run(files, stop);
            changed.ifPresent(_ -> announcer.changed());
        } catch (PlatformException e) {
            wait(Kind.PLATFORM_UNAVAILABLE, e, conditions, stop);
        } catch (JournalException e) {
            if (e.fault() != JournalException.Fault.GONE) {
                throw e;
            }
            wait(Kind.STORE_UNAVAILABLE, e, conditions, stop);
        }
    }

    private static void wait(
            Kind kind, RuntimeException problem, Conditions conditions, CountDownLatch stop)
            throws InterruptedException {
        conditions.raise(kind, "", "nothing is decided until it is back: " + problem.getMessage());
        stop.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }
}
