// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.adapter.fleet.FleetClient;
import dev.plimsoll.adapter.fleet.FleetClock;
import dev.plimsoll.adapter.fleet.FleetPlatform;
import dev.plimsoll.adapter.journal.Store;
import dev.plimsoll.adapter.journal.StoreState;
import dev.plimsoll.cli.Finding;
import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.config.policy.ListenAddress;
import dev.plimsoll.config.policy.PlatformSettings;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.control.PlatformException;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.server.SocketPath;
import dev.plimsoll.server.control.ManagementServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at all that a controller needs. It only looks: what a running controller has is left to it.
 * Not thread-safe.
 */
final class Doctor {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final List<Finding> findings = new ArrayList<>();
    private boolean running;

    /** By what readings would be dated. */
    private InstantSource dating = InstantSource.system();

    List<Finding> examine(List<Path> files) {
        try {
            Configuration configuration =
                    new ConfigurationFiles(files, new Conditions(Log.silent())).inForce();
            ok(
                    "files",
                    "a controller, and policies: %d".formatted(configuration.policies().size()));
            examine(configuration, configuration.controller().orElseThrow());
        } catch (InvalidInputException e) {
            e.problems().forEach(problem -> problem("files", problem));
        }
        return findings;
    }

    private void examine(Configuration configuration, ControllerSettings settings) {
        socket(new SocketPath("spec.socket", settings.socket()));
        management(settings.management());
        platform(settings.platform(), configuration.policies());
        findings.addAll(SecretFiles.of(settings));
        sources(settings, new Policies(configuration));
        store(settings);
    }

    private void socket(SocketPath socket) {
        Optional<String> there = RunningController.sentence(socket);
        running = there.isPresent();
        if (running) {
            ok("socket", there.get() + "; 'plimsoll run' would refuse");
            return;
        }
        try {
            socket.requireRoom();
            ok("socket", "%s is free".formatted(socket));
        } catch (InvalidInputException e) {
            problem("socket", e);
        }
    }

    private void management(ListenAddress address) {
        try {
            ManagementServer.requireFree(Controller.address(address));
            ok("management", "%s is free".formatted(address));
        } catch (InvalidInputException e) {
            if (running) {
                ok("management", "%s is taken, as by the controller that runs".formatted(address));
            } else {
                problem("management", e);
            }
        }
    }

    private void platform(PlatformSettings settings, List<ScalingPolicy> policies) {
        switch (settings) {
            case PlatformSettings.Simulated(var socket) -> {
                try {
                    simulated(new FleetClient(socket, TIMEOUT), settings, policies);
                } catch (PlatformException e) {
                    problem("platform", e);
                }
            }
        }
    }

    private void simulated(
            FleetClient client, PlatformSettings settings, List<ScalingPolicy> policies) {
        FleetClock clock = FleetClock.of(client, Instant.EPOCH, System::nanoTime);
        dating = clock;
        Set<WorkloadId> there = new TreeSet<>();
        for (Inventory inventory : new FleetPlatform(client, 0, clock).inventory()) {
            there.add(inventory.workload());
        }
        ok(
                "platform",
                "%s answers, workloads: %d; its clock shows %s, %d times as fast as life"
                        .formatted(settings, there.size(), clock.instant(), clock.speed()));
        for (ScalingPolicy policy : policies) {
            if (!there.contains(policy.workload().id())) {
                problem(
                        "platform",
                        ("it has no %s, which policy %s/%s scales; mend its scaleTargetRef or its"
                                        + " namespace")
                                .formatted(
                                        policy.workload().id(), policy.namespace(), policy.name()));
            }
        }
    }

    private void sources(ControllerSettings settings, Policies policies) {
        if (!policies.readSources()) {
            return;
        }
        try (Sources sources = new Sources(settings.sources(), policies, dating)) {
            World.requireDatable(dating, policies);
            sources.telemetry().refresh(dating.instant());
            List<String> problems = sources.telemetry().problems();
            problems.forEach(problem -> problem("sources", problem));
            sources.telemetry().clockDifferences().forEach(told -> ok("sources", told));
            if (problems.isEmpty()) {
                ok("sources", "every query of every policy has an answer");
            }
        } catch (InvalidInputException e) {
            e.problems().forEach(problem -> problem("sources", problem));
        }
    }

    private void store(ControllerSettings settings) {
        try {
            Optional<Store> store = Stores.store(settings.store());
            if (store.isEmpty()) {
                ok("store", "memory: what is learned ends with the process");
            } else {
                found(settings, StoreState.of(store.get()));
            }
        } catch (JournalException e) {
            unreadable(settings, e);
        } catch (InvalidInputException e) {
            problem("store", e);
        }
    }

    private void found(ControllerSettings settings, StoreState state) {
        switch (state) {
            case StoreState.Empty _ ->
                    ok(
                            "store",
                            "%s has no journal yet; one will be made".formatted(settings.store()));
            case StoreState.Free _ ->
                    ok("store", "%s has a journal that nobody holds".formatted(settings.store()));
            case StoreState.Held(String owner, Instant until)
                    when owner.equals(Stores.lease(settings).owner()) ->
                    ok(
                            "store",
                            "%s is held in this controller's own name until %s"
                                    .formatted(settings.store(), until));
            case StoreState.Held(String owner, Instant until) ->
                    problem(
                            "store",
                            "%s is held by %s until %s; stop that one, or name another store"
                                    .formatted(settings.store(), owner, until));
        }
    }

    /** H2's file is open in one process only. */
    private void unreadable(ControllerSettings settings, JournalException e) {
        if (running && e.fault() == JournalException.Fault.BUSY) {
            ok("store", "%s is held, as by the controller that runs".formatted(settings.store()));
        } else {
            problem("store", e);
        }
    }

    private void problem(String subject, RuntimeException found) {
        problem(subject, String.valueOf(found.getMessage()));
    }

    private void ok(String subject, String sentence) {
        findings.add(Finding.ok(subject, sentence));
    }

    private void problem(String subject, String sentence) {
        findings.add(Finding.problem(subject, sentence));
    }
}
