// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.WORK;
import static dev.plimsoll.control.Entries.acted;
import static dev.plimsoll.control.Entries.decided;
import static dev.plimsoll.control.Entries.instructed;
import static dev.plimsoll.control.Entries.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.control.Entries;
import dev.plimsoll.http.Request;
import dev.plimsoll.model.ChangeId;
import dev.plimsoll.server.control.Order.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {
    private static final String WEB_PATH = "/v1/workloads/shop/web";
    private static final String BY_ANN = "{\"who\":\"ann\",\"why\":\"a sale\"}";

    @TempDir private Path folder;

    private final FakeDesk desk =
            new FakeDesk(
                    decided(WEB, 0, 4, 4),
                    decided(WEB, 5, 4, 4),
                    FakeDesk.LAST,
                    acted(WEB, 15),
                    instructed(WEB, 20));

    @Test
    void saysWhichControllerItIsAndHowItStands() {
        JsonNode status = get("/v1/status", 200);
        assertThat(status.path("name").asText()).isEqualTo("main");
        assertThat(status.path("version").asText()).isEqualTo("0.1.0");
        assertThat(status.path("now").asText()).isEqualTo("2026-01-05T00:10:00Z");
        assertThat(status.path("clockShiftSeconds").asDouble()).isEqualTo(-90);
        assertThat(status.path("cycles").path("meanSeconds").asDouble()).isEqualTo(0.025);
        assertThat(status.path("conditions")).isEmpty();
    }

    @Test
    void withoutAPlatformThereIsNoTimeAndACondition() {
        desk.loseWorld();
        JsonNode status = get("/v1/status", 200);
        assertThat(status.has("now")).isFalse();
        assertThat(status.path("conditions").path(0).path("kind").asText())
                .isEqualTo("PLATFORM_UNAVAILABLE");
        assertThat(get("/v1/nothing", 404).has("at")).isFalse();
    }

    @Test
    void showsEachWorkloadWithWhatWaitsAndWhatIsPaused() {
        JsonNode workloads = get("/v1/workloads", 200).path("workloads");
        assertThat(workloads).hasSize(2);
        assertThat(workloads.path(0).path("wanted").path("replicas").asInt()).isEqualTo(7);
        assertThat(workloads.path(0).path("awaiting").path("to").asInt()).isEqualTo(7);
        assertThat(workloads.path(1).path("paused").path("who").asText()).isEqualTo("ann");
        assertThat(workloads.path(1).has("at")).isFalse();
        assertThat(get(WEB_PATH, 200).path("mode").asText()).isEqualTo("Advise");
    }

    @Test
    void showsWhatAPolicyMustHaveShownAndWhatItHas() {
        JsonNode web = get(WEB_PATH, 200);
        assertThat(web.at("/scorecardFigures/judgedAt").asText()).isEqualTo(second(0).toString());
        assertThat(web.at("/scorecardFigures/policy/violationsShare").asDouble()).isEqualTo(0.0012);
        assertThat(web.at("/scorecardFigures/recorded/replicaHours").asDouble()).isEqualTo(402.4);
        assertThat(web.at("/scorecardFigures/reproductionErrorShare").asDouble()).isEqualTo(0.031);
        JsonNode promotion = web.path("promotion");
        assertThat(promotion.path("promoted").asBoolean()).isFalse();
        assertThat(promotion.path("earliest").asText()).isEqualTo(second(283_886).toString());
        assertThat(promotion.at("/bounds/0").toString())
                .isEqualTo(
                        "{\"bound\":\"over\",\"requiredSeconds\":259200.0,"
                                + "\"measuredSeconds\":60480.0,\"met\":false}");
        assertThat(promotion.at("/bounds/2/requiredShare").asDouble()).isEqualTo(0.01);
        assertThat(get("/v1/workloads/shop/work", 200).has("promotion")).isFalse();
    }

    @Test
    void thePlanHasWhatWasProposedAndWhy() {
        JsonNode web = get("/v1/plan", 200).path("workloads").path(0);
        assertThat(web.path("current").asInt()).isEqualTo(4);
        assertThat(web.path("proposed").path("replicas").asInt()).isEqualTo(7);
        assertThat(web.path("sentences").toString()).contains("the plan proposes 7 replicas");
    }

    @Test
    void explainsTheLastDecisionWithWhatCameOfIt() {
        JsonNode explained = get(WEB_PATH + "/explanation", 200);
        assertThat(explained.path("at").asText()).isEqualTo("2026-01-05T00:00:15Z");
        assertThat(explained.path("verdict").asText()).isEqualTo("approved");
        assertThat(explained.path("sections").path("verdict").path(0).asText())
                .isEqualTo("approved: 4 to 7 replicas");
        assertThat(explained.path("outcome").path("outcome").asText()).isEqualTo("applied");
    }

    @ParameterizedTest(name = "at second {0} that of second {1}")
    @CsvSource({"0, 0", "4, 0", "14, 0", "15, 15", "599, 15"})
    void explainsTheDecisionThatWasInForceThen(long asked, long found) {
        JsonNode explained = get(WEB_PATH + "/explanation?at=" + second(asked), 200);
        assertThat(explained.path("at").asText()).isEqualTo(second(found).toString());
    }

    @Test
    void aDecisionLastsUntilItsLastRepeat() {
        JsonNode explained = get(WEB_PATH + "/explanation?at=" + second(10), 200);
        assertThat(explained.path("until").asText()).isEqualTo(second(5).toString());
        assertThat(explained.has("outcome")).isFalse();
    }

    @Test
    void beforeTheFirstDecisionThereIsNothingToExplain() {
        JsonNode refusal = get(WEB_PATH + "/explanation?at=" + second(-1), 404);
        assertThat(refusal.path("refusal").asText()).isEqualTo("NoDecision");
        assertThat(refusal.path("sentence").asText())
                .isEqualTo(
                        "the journal holds no decision of shop/web at or before"
                                + " 2026-01-04T23:59:59Z; see its history");
        assertThat(get("/v1/workloads/shop/work/explanation", 404).path("sentence").asText())
                .isEqualTo("the journal holds no decision of shop/work yet; see its history");
    }

    @Test
    void theHistoryHasWhatWasDecidedDoneAndSaid() {
        JsonNode entries = get(WEB_PATH + "/history", 200).path("entries");
        assertThat(entries)
                .extracting(entry -> entry.path("kind").asText())
                .containsExactly("decision", "decision", "action", "instruction");
        assertThat(entries.path(0).path("until").asText()).isEqualTo(second(5).toString());
        assertThat(entries.path(1).path("to").asInt()).isEqualTo(7);
        assertThat(entries.path(2).path("sentence").asText())
                .isEqualTo("the platform carried it out");
        assertThat(entries.path(3).path("verb").asText()).isEqualTo("pause");
    }

    @Test
    void theHistoryIsCutToATimeAndToTheNewest() {
        String times = "?since=%s&until=%s".formatted(second(6), second(16));
        assertThat(get(WEB_PATH + "/history" + times, 200).path("entries")).hasSize(2);
        JsonNode newest = get(WEB_PATH + "/history?limit=1", 200).path("entries");
        assertThat(newest).hasSize(1);
        assertThat(newest.path(0).path("kind").asText()).isEqualTo("instruction");
    }

    @Test
    void theHistoryOfAllSaysOfWhichWorkloadEachEntryIs() {
        desk.keep(decided(WORK, 30, 2, 3));
        JsonNode entries = get("/v1/history", 200).path("entries");
        assertThat(entries.valueStream().map(entry -> entry.path("name").asText()))
                .containsExactly("web", "web", "web", "web", "work");
        assertThat(get("/v1/history?limit=2", 200).path("entries")).hasSize(2);
        assertThat(get("/v1/history?since=" + second(16), 200).path("entries")).hasSize(3);
        desk.loseWorld();
        assertThat(get("/v1/history", 200).path("entries")).hasSize(5);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/history?limit=0",
                "/history?limit=many",
                "/history?limit=10001",
                "/history?since=yesterday",
                "/explanation?at=09:30",
                "/explanation?at=2026-01-05T00:10:01Z"
            })
    void whatCannotBeUsedIsRefusedWithTheMend(String query) {
        JsonNode refusal = get(WEB_PATH + query, 400);
        assertThat(refusal.path("refusal").asText()).isEqualTo("Invalid");
        assertThat(refusal.path("sentence").asText())
                .matches("query: (limit|since|at) '.*': (give|lies ahead).*");
    }

    @Test
    void unknownWorkloadsAndPathsAreSaid() {
        assertThat(get("/v1/workloads/shop/none", 404).path("refusal").asText())
                .isEqualTo("UnknownWorkload");
        assertThat(get("/v1/workloads/shop/none/history", 404).path("refusal").asText())
                .isEqualTo("UnknownWorkload");
        assertThat(get("/v1/workloads/%20/none", 400).path("refusal").asText())
                .isEqualTo("Invalid");
        assertThat(get("/v2", 404).path("refusal").asText()).isEqualTo("UnknownPath");
        assertThat(post("stop", BY_ANN, 404).path("refusal").asText()).isEqualTo("UnknownPath");
    }

    @Test
    void withoutAStoreThePresentIsKnownAndThePastIsNot() {
        desk.loseStore();
        assertThat(get("/v1/workloads", 200).path("workloads")).hasSize(2);
        JsonNode explained = get(WEB_PATH + "/explanation", 200);
        assertThat(explained.path("verdict").asText()).isEqualTo("approved");
        assertThat(explained.has("outcome")).isFalse();
        JsonNode refusal = get(WEB_PATH + "/history", 503);
        assertThat(refusal.path("refusal").asText()).isEqualTo("StoreUnavailable");
        assertThat(refusal.path("sentence").asText()).contains("it cannot be reached: start it");
    }

    @Test
    void anOrderIsHandedOnAndItsAnswerTold() {
        String order = "{\"who\":\"ann\",\"why\":\"a sale\",\"for\":\"1h\"}";
        JsonNode answer = post("approve", order, 200);
        assertThat(desk.orders())
                .containsExactly(
                        new Order(
                                Entries.WEB,
                                Verb.APPROVE,
                                "ann",
                                "a sale",
                                Duration.ofHours(1),
                                Optional.empty()));
        assertThat(answer.path("verb").asText()).isEqualTo("approve");
        assertThat(answer.path("expiry").asText()).isEqualTo("2026-01-05T01:10:00Z");
        assertThat(post("pause", BY_ANN, 200).path("verb").asText()).isEqualTo("pause");
    }

    @Test
    void anAnswerNamesTheChangeThatIsShown() {
        String shown = get(WEB_PATH, 200).path("awaiting").path("id").asText();
        assertThat(shown).isEqualTo("4-7@2026-01-05T00:00:15Z");
        String order = "{\"who\":\"ann\",\"why\":\"a sale\",\"change\":\"%s\"}";
        post("approve", order.formatted(shown), 200);
        assertThat(desk.orders().getFirst().change())
                .contains(new ChangeId(4, 7, Entries.second(15)));
    }

    @Test
    void anAnswerHoldsForAQuarterOfAnHourByItself() {
        post("approve", BY_ANN, 200);
        assertThat(desk.orders().getFirst().length()).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest(name = "{0} is answered with {1} {2}")
    @CsvSource({
        "reject, 409, NothingWaits",
        "revert, 404, UnknownWorkload",
        "resume, 503, Uncertain"
    })
    void aRefusalHasItsNameAndASentence(String verb, int status, String name) {
        JsonNode refusal = post(verb, BY_ANN, status);
        assertThat(refusal.path("refusal").asText()).isEqualTo(name);
        assertThat(refusal.path("sentence").asText()).isNotBlank();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "pause|  | the body is no JSON object with the fields who and why",
                "pause| [] | the body is no JSON object with the fields who and why",
                "reject| {} | body: who 'nothing': give a text of 1 to 100 characters",
                "pause| {\"who\":\" \",\"why\":\"x\"} | body: who ' ': give a text of 1 to 100"
                        + " characters",
                "pause| {\"who\":\"a\",\"why\":\"x\",\"for\":\"1h\"} | body: field 'for': is"
                        + " unknown; leave it out",
                "approve| {\"who\":\"a\",\"why\":\"x\",\"for\":\"0s\"} | body: for '0s': give"
                        + " more than zero, and at most 7d",
                "approve| {\"who\":\"a\",\"why\":\"x\",\"change\":\"4-7\"} | body: change '4-7':"
                        + " give the id that 'get' shows, e.g. 4-9@2026-01-05T09:30:00Z",
                "approve| {\"who\":\"a\",\"why\":\"x\",\"for\":\"8d\"} | body: for '8d': give"
                        + " more than zero, and at most 7d"
            })
    void anOrderThatCannotBeUsedIsNotGiven(String verb, String body, String sentence) {
        JsonNode refusal = post(verb, body == null ? "" : body, 400);
        assertThat(refusal.path("sentence").asText()).startsWith(sentence);
        assertThat(desk.orders()).isEmpty();
    }

    @Test
    void onlyItsOwnerGetsIn() throws IOException {
        try (ControlRig rig = new ControlRig(folder, desk)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.socket())))
                    .isEqualTo("rw-------");
        }
        assertThat(folder.resolve("c.sock")).doesNotExist();
    }

    @Test
    void whereOneListensASecondOneDoesNot() {
        try (ControlRig rig = new ControlRig(folder, desk)) {
            assertThatThrownBy(() -> new ControlRig(folder, desk))
                    .hasMessageContaining("spec.socket: socket")
                    .hasMessageContaining("a live process listens there; stop it");
            assertThat(rig.send(Request.get("/v1/status")).status()).isEqualTo(200);
        }
    }

    private JsonNode get(String path, int status) {
        return send(Request.get(path), status);
    }

    private JsonNode post(String verb, String body, int status) {
        return send(Request.post(WEB_PATH + "/" + verb, body), status);
    }

    private JsonNode send(Request request, int status) {
        try (ControlRig rig = new ControlRig(folder, desk)) {
            var answer = rig.send(request);
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            return ControlRig.json(answer);
        }
    }
}
