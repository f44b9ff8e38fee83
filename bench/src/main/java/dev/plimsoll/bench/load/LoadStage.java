// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import dev.plimsoll.bench.ChildProcess;
import dev.plimsoll.bench.LoopbackPort;
import dev.plimsoll.bench.ResourceText;
import dev.plimsoll.bench.TemporaryFolder;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.fleet.Copies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A fleet as a process of its own, and the files of the controllers on it. */
final class LoadStage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** As the launcher starts a fleet. */
    private static final List<String> FLEET =
            List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    /** As the launcher starts a controller. */
    private static final List<String> CONTROLLER =
            List.of(
                    "-XX:+UseG1GC",
                    "-XX:G1HeapRegionSize=16m",
                    "-XX:InitiatingHeapOccupancyPercent=70",
                    "-XX:MinHeapFreeRatio=20",
                    "-XX:MaxHeapFreeRatio=50",
                    "--enable-native-access=ALL-UNNAMED");

    private final TemporaryFolder folder = new TemporaryFolder("plimsoll-load-");
    private final ChildProcess fleet;
    private final Instant began;

    /**
     * Writes the files, and starts the fleet.
     *
     * @param speed seconds that pass for it in one
     */
    LoadStage(int workloads, int speed, Timetable times) throws IOException, InterruptedException {
        String scenario =
                text("scenario.yaml")
                        .replace("DURATION", seconds(times.scenario()))
                        .replace("BUSY", seconds(times.busy()))
                        .replace("TOP", seconds(times.top()))
                        .replace("END", seconds(times.end()));
        Files.writeString(file("scenario.yaml"), scenario);
        var copies =
                new Copies(ScenarioReader.read(new Source("scenario.yaml", scenario)), workloads);
        Files.writeString(file("controller.yaml"), configuration(copies));
        List<String> arguments =
                List.of(
                        "fleet",
                        file("scenario.yaml").toString(),
                        "--copies",
                        String.valueOf(workloads),
                        "--speed",
                        String.valueOf(speed),
                        "--listen",
                        "unix:" + file("fleet.sock"),
                        "--ledger",
                        ledger().toString());
        this.fleet = begun(FLEET, arguments, " listens on ");
        this.began = Instant.now();
    }

    /** When the fleet's time began, by the clock of the wall. */
    Instant began() {
        return began;
    }

    /** What the fleet did, a line of JSON each. */
    List<String> orders() throws IOException {
        return Files.readAllLines(ledger());
    }

    /** The size of all files of the store. */
    long storeBytes() throws IOException {
        return Files.size(file("store.mv.db"));
    }

    /** Starts a controller; it is ready when this returns. */
    ChildProcess controller(List<String> options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(CONTROLLER);
        all.addAll(options);
        return begun(all, List.of("run", "-f", file("controller.yaml").toString()), " works on ");
    }

    private static ChildProcess begun(List<String> options, List<String> arguments, String words)
            throws IOException, InterruptedException {
        ChildProcess child = new ChildProcess(options, arguments);
        try {
            child.await(words, PATIENCE);
            return child;
        } catch (IOException | InterruptedException e) {
            child.close();
            throw e;
        }
    }

    Path file(String name) {
        return folder.path().resolve(name);
    }

    private Path ledger() {
        return file("ledger.jsonl");
    }

    private static String configuration(Copies copies) throws IOException {
        String policy = text("policy.yaml");
        String port = String.valueOf(LoopbackPort.free());
        StringBuilder text = new StringBuilder(text("controller.yaml").replace("PORT", port));
        copies.workloads().forEach(workload -> text.append(policy(policy, workload.id())));
        return text.toString();
    }

    private static String policy(String form, WorkloadId id) {
        return form.replace("NAMESPACE", id.namespace()).replace("NAME", id.name());
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    private static String text(String resource) throws IOException {
        return ResourceText.beside(LoadStage.class, resource);
    }

    @Override
    public void close() {
        try (folder) {
            fleet.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
