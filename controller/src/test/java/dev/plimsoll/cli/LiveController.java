// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.app.Controller;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.server.SocketPath;
import dev.plimsoll.server.fleet.FleetServer;
import dev.plimsoll.server.fleet.Ledger;
import dev.plimsoll.server.fleet.LiveFleet;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.fleet.Fleet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A whole controller that runs in this process on a fleet that lives in it: ten replicas, of which
 * six would do, at a hundred times the pace of life.
 */
public final class LiveController implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SPEED = 100;
    private static final String SCENARIO =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: Scenario
            metadata: {name: web}
            spec:
              duration: 12h
              service: {leadTime: 40s, leadTimeSpread: 0, initialReplicas: 10}
              workload: {maxReplicas: 50}
              telemetry: {interval: 15s, delay: 15s, noise: false}
              demand: {roughness: 0%, points: [{at: 0s, rate: 400/s}]}
            """;
    private static final String FILE =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: Controller
            metadata: {name: main}
            spec:
              platform: {simulated: 'unix:fleet.sock'}
              store: STORE
              socket: c.sock
              management: 127.0.0.1:PORT
            ---
            apiVersion: plimsoll.dev/v1alpha1
            kind: ScalingPolicy
            metadata: {name: web, namespace: scenario}
            spec:
              scaleTargetRef: {kind: SimulatedService, name: web}
              mode: MODE
              policy: static:replicas=14
              maxReplicas: 50
              slo: {latency: {target: 250ms}}
            """;

    private final Path folder;
    private final String store;
    private final int port = freePort();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<FleetServer> fleets = new ArrayList<>();
    private final CompletableFuture<Boolean> run;

    /** One whose policy has this mode. */
    public LiveController(Path folder, String mode, String store) {
        this(folder, mode, store, true);
    }

    /** One that may have to wait for its fleet. */
    LiveController(Path folder, String mode, String store, boolean withFleet) {
        this.folder = folder;
        this.store = store;
        Path file = write(mode);
        if (withFleet) {
            startFleet();
        }
        this.run = CompletableFuture.supplyAsync(() -> run(file));
    }

    private boolean run(Path file) {
        try (PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            return new Controller().run(List.of(file), out, stop);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Path write(String mode) {
        try {
            String text =
                    FILE.replace("MODE", mode)
                            .replace("STORE", store)
                            .replace("PORT", String.valueOf(port));
            return Files.writeString(folder.resolve("c.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes its file: from now on the policy has this mode. */
    public void rewrite(String mode) {
        write(mode);
    }

    public void startFleet() {
        var played = ScenarioReader.read(new Source("web.yaml", SCENARIO));
        var fleet = new Fleet(BacktestCase.of(played, 1));
        var live = new LiveFleet(fleet, Ledger.none(), SPEED, System::nanoTime);
        fleets.add(new FleetServer(live, new SocketPath("--listen", folder.resolve("fleet.sock"))));
    }

    public void stopFleet() {
        fleets.forEach(FleetServer::close);
        fleets.clear();
    }

    Path file() {
        return folder.resolve("c.yaml");
    }

    int port() {
        return port;
    }

    /** A command that talks to it. */
    Terminal run(String command, String... options) {
        List<String> all = new ArrayList<>(List.of(command.split(" ")));
        all.addAll(List.of(options));
        all.addAll(List.of("--socket", folder.resolve("c.sock").toString()));
        return Terminal.run(all.toArray(String[]::new));
    }

    /** One that must succeed, as JSON. */
    public JsonNode json(String command, String... options) {
        Terminal terminal = run(command + " -o json", options);
        assertThat(terminal.err()).isEmpty();
        return terminal.json();
    }

    /** What a command prints once it prints what it should, before the patience is over. */
    Terminal await(Predicate<Terminal> wanted, String command, String... options) {
        return await(() -> run(command, options), wanted);
    }

    public JsonNode awaitJson(String command, Predicate<JsonNode> wanted) {
        return await(
                        terminal -> terminal.code() == 0 && wanted.test(terminal.json()),
                        command + " -o json")
                .json();
    }

    public static <T> T await(Supplier<T> asked, Predicate<T> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T last = asked.get();
        while (!wanted.test(last)) {
            assertThat(System.nanoTime()).as("still %s", last).isLessThan(deadline);
            Thread.onSpinWait();
            last = asked.get();
        }
        return last;
    }

    /** What its management address says. */
    public HttpResponse<String> managed(String path) {
        URI uri = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends it; gives all that it said. */
    public String end() {
        stop.countDown();
        assertThat(run.join()).isTrue();
        return log.toString(StandardCharsets.UTF_8);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop.countDown();
        run.join();
        stopFleet();
    }
}
