// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.server.SocketPath;
import dev.plimsoll.server.fleet.FleetServer;
import dev.plimsoll.server.fleet.Ledger;
import dev.plimsoll.server.fleet.LedgerFile;
import dev.plimsoll.server.fleet.LiveFleet;
import dev.plimsoll.server.fleet.MetricsServer;
import dev.plimsoll.sim.fleet.Copies;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.scenario.Scenario;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll fleet}: a simulated fleet as a process of its own. */
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a scenario as a fleet of its own, in real time, with nobody deciding inside:"
                    + " orders come over a Unix domain socket (docs/fleet.md).",
            "",
            "A scenario is the name of a built-in one (see simulate --list) or a YAML file"
                    + " (docs/scenarios.md).",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll fleet flash-crowd --listen unix:/tmp/fleet.sock --ledger fleet.jsonl",
            "  plimsoll fleet daily --speed 60 --repeat",
            "  plimsoll fleet smooth --copies 100",
            "  curl --unix-socket /tmp/fleet.sock http://fleet/v1/inventory"
        })
final class FleetCommand implements Callable<Integer> {
    private static final int MOST_SPEED = 100_000;

    private record Addresses(SocketPath socket, Optional<InetSocketAddress> metrics) {}

    private final PrintStream out;

    @Parameters(
            paramLabel = "SCENARIO",
            description = "What to play: a built-in scenario or a YAML file.")
    private String scenario = "";

    @Option(
            names = "--listen",
            paramLabel = "unix:PATH",
            description = "The socket to listen on. Default: ${DEFAULT-VALUE}.")
    private String listen = "unix:plimsoll-fleet.sock";

    @Option(
            names = "--speed",
            description =
                    "Seconds that pass for the fleet in one; 1 is real time."
                            + " Default: ${DEFAULT-VALUE}.")
    private int speed = 1;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description =
                    "Where each order that is carried out is written down, a line of JSON, before"
                            + " it is answered. With the file of an earlier run the fleet goes on"
                            + " from its last line.")
    private Optional<String> ledger = Optional.empty();

    @Option(
            names = "--metrics",
            paramLabel = "127.0.0.1:PORT",
            description =
                    "Where Prometheus finds the fleet's metrics, at /metrics; port 0 picks one."
                            + " Default: nowhere.")
    private Optional<String> metrics = Optional.empty();

    @Option(
            names = "--seed",
            description = "Of all that is drawn at random. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--copies",
            paramLabel = "N",
            description =
                    "The scenario's service so many times, named NAME-0001 and so on, each with"
                            + " luck and nodes of its own. Default: ${DEFAULT-VALUE}.")
    private int copies = 1;

    @Option(
            names = "--repeat",
            description = "The scenario begins again whenever its demand has ended.")
    private boolean repeat;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description =
                    "End after this time, e.g. 30s. Default: when the scenario's demand ends, or"
                            + " with --repeat never.")
    private Optional<String> duration = Optional.empty();

    FleetCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        require("--speed", "factor", speed, MOST_SPEED);
        require("--copies", "number", copies, Copies.MOST);
        Duration most =
                duration.map(text -> PositiveDuration.parse("--for", text))
                        .orElse(FleetWatch.FOREVER);
        SocketPath socket = SocketPath.parse("--listen", listen);
        Optional<InetSocketAddress> scraped = metrics.map(MetricsServer::address);
        Scenario played = ScenarioReader.read(ScenarioSource.of(scenario));
        try (StopSignal stop = new StopSignal()) {
            run(played, new Addresses(socket, scraped), most, stop.asked());
        }
        return 0;
    }

    private static void require(String option, String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidInputException(
                    option, field, String.valueOf(value), "give 1 to " + most);
        }
    }

    private void run(Scenario played, Addresses addresses, Duration most, CountDownLatch stop)
            throws InterruptedException {
        try (Ledger kept = open(played)) {
            Fleet fleet = fleet(played);
            LiveFleet live = new LiveFleet(fleet, kept, speed, System::nanoTime);
            try (FleetServer server = new FleetServer(live, addresses.socket());
                    MetricsServer scraped = new MetricsServer(live, addresses.metrics())) {
                FleetWatch watch = new FleetWatch(out, live, played);
                watch.begin(server.address() + scraped.address().map(" and "::concat).orElse(""));
                watch.follow(most, stop);
            }
        }
    }

    private Fleet fleet(Scenario played) {
        Fleet fleet = new Copies(played, copies).fleet(seed);
        if (repeat) {
            fleet.repeat();
        }
        return fleet;
    }

    private Ledger open(Scenario played) {
        return ledger.<Ledger>map(file -> LedgerFile.open(path(file), played.name(), seed, copies))
                .orElseGet(Ledger::none);
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new InvalidInputException(
                    "--ledger", "file", file, "give a path that this system knows");
        }
    }
}
