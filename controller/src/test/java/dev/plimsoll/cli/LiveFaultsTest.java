// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.LoopbackPort;
import dev.plimsoll.app.Controller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole controller while something around it goes wrong. */
class LiveFaultsTest {
    @TempDir private Path folder;

    @Test
    void filesThatCannotBeUsedAnyMoreLeaveWhatWasReadInForce() {
        try (LiveController controller = new LiveController(folder, "Observe", "memory")) {
            controller.awaitJson("get web", web -> web.has("at"));
            controller.rewrite("Obey");
            controller.await(it -> it.out().contains("CONFIGURATION_INVALID since"), "get");
            assertThat(controller.run("get").out())
                    .contains("what was read before stays in force: ")
                    .contains("spec.mode 'Obey': choose from Observe, Advise, Act");
            assertThat(controller.json("get web").path("mode").asText()).isEqualTo("Observe");
            assertThat(controller.managed("/readyz").statusCode()).isEqualTo(200);

            controller.rewrite("Act");
            controller.awaitJson("get web", web -> web.path("desired").asInt() == 14);
            assertThat(controller.run("get").out()).doesNotContain("CONFIGURATION_INVALID");
            assertThat(controller.end())
                    .contains("CONFIGURATION_INVALID is over after ")
                    .contains("the files have changed: what they say now is in force");
        }
    }

    @Test
    void aFileThatIsGoneIsSaidUntilItIsBack() throws IOException {
        try (LiveController controller = new LiveController(folder, "Observe", "memory")) {
            controller.awaitJson("get web", web -> web.has("at"));
            String text = Files.readString(controller.file());
            Files.delete(controller.file());
            controller.await(it -> it.out().contains("does not exist: check the path"), "get");
            assertThat(controller.json("get web").path("mode").asText()).isEqualTo("Observe");
            Files.writeString(controller.file(), text);
            controller.await(it -> !it.out().contains("CONFIGURATION_INVALID"), "get");
        }
    }

    @Test
    void aWorkloadThatThePlatformDoesNotHaveIsSaidUntilNoPolicyScalesIt() throws IOException {
        try (LiveController controller = new LiveController(folder, "Act", "memory")) {
            controller.awaitJson("get web", web -> web.path("desired").asInt() == 14);
            String text = Files.readString(controller.file());
            String policy = text.substring(text.indexOf("---"));
            Files.writeString(controller.file(), text + policy.replace("name: web", "name: shop"));
            controller.await(
                    it -> it.out().contains("the platform has no workload scenario/shop"), "get");
            controller.awaitJson("get web", web -> web.path("desired").asInt() == 14);
            Files.writeString(controller.file(), text);
            controller.await(it -> !it.out().contains("WORKLOAD_MISSING"), "get");
        }
    }

    @Test
    void anAddressThatChangesIsRefusedUntilItIsStartedAgain() throws IOException {
        try (LiveController controller = new LiveController(folder, "Observe", "memory")) {
            controller.awaitJson("get web", web -> web.has("at"));
            String text = Files.readString(controller.file());
            Files.writeString(controller.file(), text.replace("socket: c.sock", "socket: d.sock"));
            controller.await(
                    it ->
                            it.out()
                                    .contains(
                                            "cannot change while the controller runs; start it"
                                                    + " again"),
                    "get");
        }
    }

    @Test
    void aStoreThatCannotBeUsedLeavesTheOneBeforeInForce() throws IOException {
        try (LiveController controller = new LiveController(folder, "Observe", "{h2: store}")) {
            controller.awaitJson("get web", web -> web.has("at"));
            String text = Files.readString(controller.file());
            Files.writeString(
                    controller.file(),
                    text.replace(
                            "{h2: store}", "{postgresql: 'jdbc:postgresql:x', passwordFile: p}"));
            controller.await(it -> it.out().contains("CONFIGURATION_INVALID since"), "get");
            assertThat(controller.run("get").out()).contains("spec.store.passwordFile");
            controller.await(it -> it.code() == 0, "history web");
            assertThat(controller.run("get").out()).contains("store h2 ");
        }
    }

    @Test
    void aSecondControllerOnTheSameStoreIsRefusedAndTouchesNothing() throws Exception {
        try (LiveController first = new LiveController(folder, "Observe", "{h2: store}")) {
            first.awaitJson("get web", web -> web.has("at"));
            String text = Files.readString(first.file());
            Path other = folder.resolve("other.yaml");
            Files.writeString(
                    other,
                    text.replace("c.sock", "other.sock")
                            .replace("mode: Observe", "mode: Act")
                            .replaceFirst("127.0.0.1:\\d+", "127.0.0.1:1"));
            Files.writeString(
                    other,
                    Files.readString(other)
                            .replace("127.0.0.1:1", "127.0.0.1:" + LoopbackPort.free()));
            var said = new ByteArrayOutputStream();
            boolean asked =
                    new Controller()
                            .run(
                                    List.of(other),
                                    new PrintStream(said, true, StandardCharsets.UTF_8),
                                    new CountDownLatch(1));
            assertThat(asked).isFalse();
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("somebody else holds it: stop one of the two");
            assertThat(first.json("get web").path("desired").asInt()).isEqualTo(10);
        }
    }

    @Test
    void aFleetThatBeginsAnewIsScaledAgainByAClockThatNeverGoesBack() {
        try (LiveController controller = new LiveController(folder, "Act", "memory")) {
            controller.awaitJson("get web", web -> web.path("desired").asInt() == 14);
            Instant before = at(controller.json("get web"));
            controller.stopFleet();
            controller.await(it -> it.out().contains("PLATFORM_UNAVAILABLE since"), "get");
            LiveController.await(
                    () -> Instant.parse(controller.json("get").path("now").asText()),
                    now -> now.isAfter(before.plus(Duration.ofMinutes(10))));
            controller.startFleet();
            JsonNode again =
                    controller.awaitJson(
                            "get web",
                            web ->
                                    at(web).isAfter(before.plusSeconds(60))
                                            && web.path("desired").asInt() == 10);
            assertThat(at(again)).isAfter(before);
            assertThat(controller.run("get").out())
                    .contains("CLOCK_SHIFTED since")
                    .contains(" s back, as when it is started again or held up");
        }
    }

    private static Instant at(JsonNode workload) {
        return workload.has("at") ? Instant.parse(workload.path("at").asText()) : Instant.MIN;
    }
}
