// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import dev.plimsoll.adapter.journal.Store;
import dev.plimsoll.bench.LoopbackPort;
import dev.plimsoll.bench.ResourceText;
import dev.plimsoll.bench.TemporaryFolder;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.policy.ConfigurationReader;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.server.SocketPath;
import dev.plimsoll.server.fleet.FleetServer;
import dev.plimsoll.server.fleet.LedgerFile;
import dev.plimsoll.server.fleet.LiveFleet;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A fleet that lives fast and writes its ledger, and the files of the controllers on it. */
final class Stage implements AutoCloseable {
    private static final int SPEED = 400;
    private static final String NAME = "kills";
    private static final int SWING = 45;
    private static final int WEEK = 7 * 24 * 3600;

    private final TemporaryFolder folder;
    private final Optional<PostgresProcess> postgres;
    private final LedgerFile ledger;
    private final FleetServer server;

    private Stage(TemporaryFolder folder, String store) throws IOException, InterruptedException {
        this.folder = folder;
        this.postgres =
                store.equals("postgres") ? Optional.of(PostgresProcess.start()) : Optional.empty();
        Files.writeString(
                configuration(),
                text("policies.yaml")
                        .replace("STORE", storeLine())
                        .replace("PORT", String.valueOf(LoopbackPort.free())));
        Scenario scenario =
                ScenarioReader.read(
                        new Source(NAME, text("scenario.yaml").replace("POINTS", points())));
        this.ledger = LedgerFile.open(ledgerPath(), scenario.name(), 1, 1);
        Fleet fleet = new Fleet(BacktestCase.of(scenario, 1));
        LiveFleet live = new LiveFleet(fleet, ledger, SPEED, System::nanoTime);
        this.server =
                new FleetServer(
                        live, new SocketPath("--listen", folder.path().resolve("fleet.sock")));
    }

    /** Sets it up in a folder of its own. */
    static Stage set(String store) throws IOException, InterruptedException {
        return new Stage(new TemporaryFolder("plimsoll-kills-"), store);
    }

    KilledController controller() throws IOException {
        return new KilledController(configuration());
    }

    /** What the controllers were told. */
    ScalingPolicy policy() {
        return ConfigurationReader.read(List.of(ConfigurationReader.source(configuration())))
                .policies()
                .getFirst();
    }

    /** What the fleet did, a line each. */
    List<String> ledger() throws IOException {
        return Files.readAllLines(ledgerPath());
    }

    Store store() {
        return postgres.map(server -> Store.postgres(server.url(), PostgresProcess.USER, ""))
                .orElseGet(() -> Store.h2(folder.path().resolve("store")));
    }

    private String storeLine() {
        return postgres.map(server ->
                        "{postgresql: '%s', user: %s}"
                                .formatted(server.url(), PostgresProcess.USER))
                .orElse("{h2: store}");
    }

    private Path configuration() {
        return folder.path().resolve("kills.yaml");
    }

    private Path ledgerPath() {
        return folder.path().resolve("ledger.jsonl");
    }

    private static String points() {
        StringBuilder points = new StringBuilder("{at: 0s, rate: 500/s}");
        for (int second = SWING; second < WEEK; second += SWING) {
            int rate = second % (2 * SWING) == 0 ? 500 : 1500;
            points.append(",\n      {at: %ds, rate: %d/s}".formatted(second, rate));
        }
        return points.toString();
    }

    private static String text(String resource) throws IOException {
        return ResourceText.beside(Stage.class, resource);
    }

    @Override
    public void close() {
        server.close();
        ledger.close();
        postgres.ifPresent(PostgresProcess::close);
        folder.close();
    }
}
