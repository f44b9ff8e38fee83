// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.app.Controller;
import dev.plimsoll.model.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a whole controller on a fleet. */
class LiveControllerTest {
    private static final String WEB = "web --as ann --reason why";

    @TempDir private Path folder;

    @Test
    void aPersonIsAskedAnswersAndIsRemembered() {
        try (LiveController controller = new LiveController(folder, "Advise", "memory")) {
            controller.awaitJson("get web", LiveControllerTest::waits);
            assertThat(controller.run("get").out())
                    .contains("waits for approval: the policy advises, and a person acts (10 to");

            JsonNode awaiting = controller.json("get web").path("awaiting");
            String id = awaiting.path("id").asText();
            assertThat(id).isEqualTo("10-14@" + awaiting.path("since").asText());
            assertThat(controller.run("approve " + WEB + " --change " + id.replace("14", "13")))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(1))
                    .extracting(Terminal::err)
                    .isEqualTo(
                            "plimsoll: that change of scenario/web waits no longer; now 10 → 14"
                                    + " waits, %s\n".formatted(id));
            assertThat(controller.run("approve " + WEB + " --for 1h --change " + id).out())
                    .startsWith("approved scenario/web: 10 → 14 replicas, until ");
            controller.awaitJson("get web", web -> web.path("desired").asInt() == 14);

            assertThat(controller.run("approve " + WEB).err())
                    .isEqualTo(
                            "plimsoll: nothing of scenario/web waits for approval; see its plan\n");
            assertHistoryTellsAll(controller);
            assertThat(controller.end()).contains("scenario/web at", ": 10 → 14, a fixed number");
        }
    }

    private static void assertHistoryTellsAll(LiveController controller) {
        JsonNode entries = controller.json("history web").path("entries");
        assertThat(entries)
                .extracting(each ->
                        each.path("verdict").asText()
                                + each.path("outcome").asText()
                                + each.path("verb").asText())
                .containsSubsequence("awaitingApproval", "approve", "approved", "applied");

        JsonNode asked = entries.path(0);
        String then = controller.run("explain web --at " + asked.path("at").asText()).out();
        assertThat(then).contains("  verdict          waits for approval: the policy advises");
        JsonNode approved =
                entries.valueStream()
                        .filter(each -> each.path("verdict").asText().equals("approved"))
                        .findFirst()
                        .orElseThrow();
        assertThat(controller.run("explain web --at " + approved.path("at").asText()).out())
                .contains("approved: 10 to 14 replicas; ann approved it: why")
                .contains("  what came of it  the platform carried it out, at");
        assertThat(controller.run("explain web").out()).contains("nothing to be done");
    }

    @Test
    void ordersThatMakeNoSenseNowAreRefused() {
        try (LiveController controller = new LiveController(folder, "Observe", "memory")) {
            controller.awaitJson("get web", web -> web.has("at"));
            assertThat(controller.run("pause " + WEB).code()).isZero();
            assertThat(controller.json("get web").path("paused").path("who").asText())
                    .isEqualTo("ann");
            JsonNode paused = controller.json("get web").path("paused");
            assertThat(controller.run("pause web --as bob --reason mine").err())
                    .isEqualTo(
                            "plimsoll: scenario/web is paused since %s by ann: why; resume it first\n"
                                    .formatted(paused.path("since").asText()));
            assertThat(controller.json("get web").path("paused")).isEqualTo(paused);
            assertThat(controller.run("revert " + WEB).err())
                    .contains("is paused by ann, which would hold it back; resume it first");
            assertThat(controller.run("resume " + WEB).code()).isZero();
            assertThat(controller.run("resume " + WEB).err())
                    .isEqualTo("plimsoll: scenario/web is not paused\n");
            assertThat(controller.run("reject " + WEB).code()).isEqualTo(1);
        }
    }

    @Test
    void whileItIsPausedNothingIsAppliedAlsoAfterARestart() {
        String store = "{h2: store}";
        try (LiveController controller = new LiveController(folder, "Observe", store)) {
            controller.awaitJson("get web", web -> web.has("at"));
            assertThat(controller.run("pause " + WEB).code()).isZero();
            controller.end();
        }
        try (LiveController controller = new LiveController(folder, "Act", store)) {
            controller.awaitJson("get web", web -> web.path("verdict").asText().equals("withheld"));
            awaitCycles(controller, 3);
            assertThat(controller.run("get web").out())
                    .contains("10 asked for", "paused by ann since");

            assertThat(controller.run("resume " + WEB).code()).isZero();
            controller.awaitJson("get web", web -> web.path("desired").asInt() == 14);

            assertThat(controller.run("revert " + WEB).code()).isZero();
            controller.awaitJson("get web", web -> web.path("desired").asInt() == 10);
            assertThat(controller.run("history web").out())
                    .contains("pause by ann", "resume by ann", "revert by ann");
        }
    }

    @Test
    void whatWatchesItIsToldWhetherItCanWork() {
        try (LiveController controller = new LiveController(folder, "Act", "memory")) {
            controller.awaitJson("get web", web -> web.path("desired").asInt() == 14);
            assertThat(controller.managed("/readyz").statusCode()).isEqualTo(200);
            assertThat(controller.managed("/metrics").body())
                    .contains(
                            "plimsoll_decisions_total{verdict=\"approved\"} 1.0",
                            "plimsoll_actions_total{outcome=\"applied\"} 1.0",
                            "plimsoll_replicas_desired{namespace=\"scenario\",workload=\"web\"}");

            controller.stopFleet();
            var unready =
                    LiveController.await(
                            () -> controller.managed("/readyz"), it -> it.statusCode() == 503);
            assertThat(unready.body()).startsWith("PLATFORM_UNAVAILABLE: nothing is decided until");
            assertThat(controller.managed("/healthz").statusCode()).isEqualTo(200);
            assertThat(controller.run("get").out()).contains("\nPLATFORM_UNAVAILABLE since");
            assertThat(controller.run("explain web").code()).isZero();

            controller.startFleet();
            LiveController.await(() -> controller.managed("/readyz"), it -> it.statusCode() == 200);
        }
    }

    @Test
    void whereOneRunsASecondOneIsRefusedAndTheDoctorSaysWho() {
        try (LiveController controller = new LiveController(folder, "Act", "memory")) {
            controller.awaitJson("get web", web -> web.has("at"));
            assertThatThrownBy(() ->
                            new Controller()
                                    .run(
                                            List.of(controller.file()),
                                            System.out,
                                            new CountDownLatch(1)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("spec.socket: socket")
                    .hasMessageContaining("the controller main runs, and listens on unix:")
                    .hasMessageEndingWith("; stop it, or name another");

            Terminal doctor = Terminal.run("doctor", "-f", controller.file().toString());
            assertThat(doctor.out())
                    .contains("ok       socket      the controller main runs, and listens on")
                    .contains("is taken, as by the controller that runs");
            assertThat(doctor.code()).isZero();
            Terminal json =
                    Terminal.run("doctor", "-f", controller.file().toString(), "-o", "json");
            assertThat(SchemaCheck.problems(SchemaCheck.schema("doctor-v1"), json.json()))
                    .isEmpty();
        }
    }

    @Test
    void withoutAPlatformItSaysSoAndTakesNoOrders() {
        try (LiveController controller = new LiveController(folder, "Act", "memory", false)) {
            controller.await(it -> it.out().contains("PLATFORM_UNAVAILABLE since"), "get");
            assertThat(controller.run("get").out()).contains("not decided on yet");
            Terminal pause = controller.run("pause " + WEB);
            assertThat(pause.code()).isEqualTo(1);
            assertThat(pause.err())
                    .startsWith("plimsoll: the controller cannot take it in: PLATFORM_UNAVAILABLE");
            assertThat(controller.run("history web --since 1h").err())
                    .contains("the controller has no clock: its platform or its store is gone");
        }
    }

    private static boolean waits(JsonNode workload) {
        return workload.has("awaiting");
    }

    private static void awaitCycles(LiveController controller, int more) {
        int before = cycles(controller.managed("/metrics").body());
        LiveController.await(
                () -> controller.managed("/metrics").body(), it -> cycles(it) >= before + more);
    }

    private static int cycles(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("plimsoll_cycles_total "))
                .map(line -> (int) Double.parseDouble(line.split(" ", -1)[1]))
                .findFirst()
                .orElseThrow();
    }
}
