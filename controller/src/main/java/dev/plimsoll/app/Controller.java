// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.cli.ControllerHost;
import dev.plimsoll.cli.Finding;
import dev.plimsoll.cli.Plimsoll;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.config.policy.ListenAddress;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.server.SocketPath;
import dev.plimsoll.server.control.ControlServer;
import dev.plimsoll.server.control.ControllerState.Identity;
import dev.plimsoll.server.control.ManagementServer;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A controller that runs, and can be talked to, until it is stopped. */
public final class Controller implements ControllerHost {
    @Override
    public boolean run(List<Path> paths, PrintStream out, CountDownLatch stop)
            throws InterruptedException {
        Log log = new Log(out, InstantSource.system());
        Conditions conditions = new Conditions(log);
        ConfigurationFiles files = new ConfigurationFiles(paths, conditions);
        ControllerSettings settings = files.inForce().controller().orElseThrow();
        FrontDesk desk =
                new FrontDesk(
                        identity(settings, log.now()),
                        new Policies(files.inForce()).unseen(),
                        conditions,
                        new Tally());
        SocketPath socket = new SocketPath("spec.socket", settings.socket());
        requireAlone(socket);
        // Before the store is opened: where a live controller listens, a second one ends here.
        try (var _ = new ControlServer(desk, socket);
                var _ = new ManagementServer(desk, address(settings.management()));
                Herald herald = Herald.of(conditions)) {
            Stores stores = new Stores(InstantSource.system(), herald::listening);
            Announcer announcer = new Announcer(log, herald);
            announcer.starts(files.inForce(), paths);
            return new Shift(files, stores, conditions, announcer, desk, stop).work();
        }
    }

    private static void requireAlone(SocketPath socket) {
        RunningController.sentence(socket)
                .ifPresent(there -> {
                    throw new InvalidInputException(
                            socket.place(),
                            "socket",
                            socket.path().toString(),
                            there + "; stop it, or name another");
                });
    }

    @Override
    public List<Finding> examine(List<Path> files) {
        return new Doctor().examine(files);
    }

    static Identity identity(ControllerSettings settings, Instant since) {
        return new Identity(
                settings.name(),
                Plimsoll.VERSION,
                since,
                settings.platform().toString(),
                settings.store().toString());
    }

    static InetSocketAddress address(ListenAddress address) {
        return new InetSocketAddress(address.host(), address.port());
    }
}
