// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.adapter.journal.Lease;
import dev.plimsoll.adapter.journal.Store;
import dev.plimsoll.adapter.journal.StoredJournal;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.config.policy.StoreSettings;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.Retention;
import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Opens the journal that a configuration names. What is in memory lives as long as this does. */
final class Stores {
    private static final Retention RETENTION =
            new Retention(Duration.ofDays(7), Duration.ofDays(90));

    /** How long after its last commit a controller that is gone is waited for, in cycles. */
    private static final int LEASE_CYCLES = 4;

    private final InMemoryJournal memory = new InMemoryJournal(RETENTION);
    private final InstantSource wall;
    private final Listening listening;

    /** Listens to all that is told to a journal. */
    @FunctionalInterface
    interface Listening {
        /** The same journal, listened to. */
        OpenJournal to(OpenJournal journal, Duration cycle);
    }

    Stores(InstantSource wall, Listening listening) {
        this.wall = wall;
        this.listening = listening;
    }

    /**
     * @throws dev.plimsoll.control.JournalException if its store cannot be used
     * @throws InvalidInputException if the file of its password cannot be read
     */
    OpenJournal open(ControllerSettings settings) {
        OpenJournal open = opened(settings);
        try {
            return listening.to(open, settings.cycle());
        } catch (JournalException e) {
            open.close();
            throw e;
        }
    }

    private OpenJournal opened(ControllerSettings settings) {
        String place = settings.store().toString();
        return switch (settings.store()) {
            case StoreSettings.Memory _ ->
                    new OpenJournal(
                            place,
                            memory,
                            wall.instant().getEpochSecond(),
                            () -> Instant.EPOCH,
                            () -> {});
            case StoreSettings.H2 _, StoreSettings.Postgresql _ ->
                    open(place, store(settings.store()).orElseThrow(), lease(settings));
        };
    }

    /** Whether two settings name the same journal, held in the same way. */
    static boolean isSame(ControllerSettings one, ControllerSettings other) {
        return one.store().equals(other.store()) && lease(one).equals(lease(other));
    }

    /** Where a journal is kept; empty for memory. */
    static Optional<Store> store(StoreSettings settings) {
        return switch (settings) {
            case StoreSettings.Memory _ -> Optional.empty();
            case StoreSettings.H2(var path) -> Optional.of(Store.h2(path));
            case StoreSettings.Postgresql(var url, var user, var password) ->
                    Optional.of(
                            Store.postgres(
                                    url, user.orElse(""), password.map(Stores::read).orElse("")));
        };
    }

    /** By which a controller holds its store. */
    static Lease lease(ControllerSettings settings) {
        return new Lease(
                settings.name() + "@" + host() + ":" + settings.socket(),
                settings.cycle().multipliedBy(LEASE_CYCLES));
    }

    private static OpenJournal open(String place, Store store, Lease lease) {
        StoredJournal journal = StoredJournal.open(store, lease, RETENTION);
        return new OpenJournal(place, journal, journal.epoch(), journal::newest, journal::close);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "spec.store.passwordFile",
                    "file",
                    file.toString(),
                    "cannot be read; check the path and its permissions");
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
