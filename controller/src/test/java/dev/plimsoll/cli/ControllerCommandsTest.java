// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.WORK;
import static dev.plimsoll.control.Entries.acted;
import static dev.plimsoll.control.Entries.dark;
import static dev.plimsoll.control.Entries.decided;
import static dev.plimsoll.control.Entries.instructed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.http.Exchange;
import dev.plimsoll.http.Request;
import dev.plimsoll.model.ChangeId;
import dev.plimsoll.server.control.ControlRig;
import dev.plimsoll.server.control.FakeDesk;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands print of what a controller answers. */
class ControllerCommandsTest {
    @TempDir private Path folder;

    private final FakeDesk desk =
            new FakeDesk(decided(WEB, 0, 4, 4), FakeDesk.LAST, acted(WEB, 15), instructed(WEB, 20));
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void listen() {
        open.add(new ControlRig(folder, desk));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void getShowsAllWorkloadsAndTheController() {
        assertThat(succeed("get").lines())
                .containsExactly(
                        "workload   mode    ready  asked for  wanted    decided  state",
                        "---------  ------  -----  ---------  ------  ---------  " + "-".repeat(58),
                        "shop/web   Advise      4          4       7  585 s ago  approved: 4 to 7"
                                + " replicas, change 4-7@2026-01-05T00:00:15Z",
                        "shop/work  Act         -          -       -          -  paused by ann"
                                + " since 2026-01-05T00:00:09Z: deploy",
                        "",
                        "Controller main 0.1.0 since 2026-03-01T10:00:00Z: platform simulated"
                                + " unix:/f, store memory, 4 cycles of 25 ms, the longest 40 ms."
                                + " Its clock shows 2026-01-05T00:10:00Z, 60 times as fast as"
                                + " life.");
    }

    @Test
    void getShowsOneWorkload() {
        assertThat(succeed("get", "web").lines())
                .containsExactly(
                        "shop/web",
                        "  decides          predictive, Advise",
                        "  replicas         4 asked for, 4 ready, 7 wanted",
                        "  decided          2026-01-05T00:00:15Z, 585 s ago",
                        "  state            approved: 4 to 7 replicas",
                        "  waits            4 → 7 since 2026-01-05T00:00:15Z: approve or reject"
                                + " it, --change 4-7@2026-01-05T00:00:15Z",
                        "  scorecard        over 0.7 days it would have had nothing violated",
                        "                   judged at 2026-01-05T00:00:00Z",
                        "  promotion        can be earned at 2026-01-08T06:51:26Z at the earliest",
                        "                   bound         required       measured  met",
                        "                   ------------  -------------  --------  ---",
                        "                   over          at least 3 d     16.8 h  no",
                        "                   reproduction  at most 15 %      3.1 %  yes",
                        "                   violations    at most 1 %      0.12 %  yes",
                        "                   replicaHours  at most 100 %    77.3 %  yes");
    }

    @Test
    void explainHasTheSectionsOfADecision() {
        assertThat(succeed("explain", "shop/web"))
                .startsWith("shop/web at 2026-01-05T00:00:15Z\n  seen             4 replicas")
                .contains(
                        "  wanted           static wants 7 replicas: a fixed number was asked for",
                        "  proposed         the plan proposes 7 replicas:",
                        "  verdict          approved: 4 to 7 replicas",
                        "  what came of it  the platform carried it out, at 2026-01-05T00:00:16Z");
        assertThat(succeed("explain", "web", "--at", "00:00:07"))
                .startsWith("shop/web at 2026-01-05T00:00:00Z\n")
                .contains("  verdict          nothing to be done");
        assertThat(succeed("explain", "web", "--at", "10m"))
                .startsWith("shop/web at 2026-01-05T00:00:00Z\n");
    }

    @Test
    void historyHasARowForEachEntry() {
        assertThat(succeed("history", "web").lines())
                .containsExactly(
                        "at                    until  what          replicas  why",
                        "--------------------  -----  ------------  --------  " + "-".repeat(28),
                        "2026-01-05T00:00:00Z         unchanged     4         a fixed number was"
                                + " asked for",
                        "2026-01-05T00:00:15Z         approved      4 → 7     a fixed number was"
                                + " asked for",
                        "2026-01-05T00:00:16Z         applied       4 → 7     the platform carried"
                                + " it out",
                        "2026-01-05T00:00:20Z         pause by ann            deploy");
        assertThat(succeed("history", "web", "--since", "1s"))
                .isEqualTo("Nothing in that time; a longer --since shows more.\n");
        assertThat(succeed("history", "web", "--limit", "1").lines()).hasSize(3);
    }

    @Test
    void historyOfAllSaysOfWhichWorkloadEachRowIs() {
        assertThat(succeed("history", "--limit", "2").lines())
                .containsExactly(
                        "at                    until  workload  what          replicas  why",
                        "--------------------  -----  --------  ------------  --------  "
                                + "-".repeat(27),
                        "2026-01-05T00:00:16Z         shop/web  applied       4 → 7     the"
                                + " platform carried it out",
                        "2026-01-05T00:00:20Z         shop/web  pause by ann            deploy");
        assertThat(succeed("history").lines()).hasSize(6);
        assertThat(succeed("history", "work")).isEqualTo("The journal holds nothing yet.\n");
    }

    @Test
    void whatLooksTheSameIsOneRowAndInJsonAllOfIt() {
        desk.keep(decided(WEB, 30, 4, 4));
        desk.keep(decided(WORK, 31, 4, 4));
        desk.keep(decided(dark(WEB, 45), 4));
        desk.keep(decided(WORK, 46, 4, 4));
        desk.keep(decided(WEB, 60, 4, 4));
        desk.keep(decided(WEB, 75, 4, 5));
        assertThat(succeed("history", "--since", "00:00:25").lines().skip(2))
                .map(row -> row.replaceFirst(" +a fixed.*", ""))
                .containsExactly(
                        "2026-01-05T00:00:30Z  2026-01-05T00:01:00Z  shop/web   unchanged, 3 times "
                                + " 4",
                        "2026-01-05T00:00:31Z  2026-01-05T00:00:46Z  shop/work  unchanged          "
                                + " 4",
                        "2026-01-05T00:01:15Z                        shop/web   approved           "
                                + " 4 → 5");
        JsonNode json = run("history", "--since", "00:00:25", "-o", "json").json();
        assertThat(json.path("entries")).hasSize(5);
    }

    @Test
    void whatWouldGoFurtherOrLessFarTheSameWayIsOneRow() {
        desk.keep(decided(WEB, 30, 1000, 1006));
        desk.keep(decided(WEB, 45, 1000, 1005));
        desk.keep(decided(WEB, 60, 1000, 1009));
        assertThat(succeed("history", "web", "--since", "00:00:25"))
                .contains(
                        "2026-01-05T00:00:30Z  2026-01-05T00:01:00Z  held, 3 times  1000 (1005 to"
                                + " 1009)  ");
        desk.keep(decided(WEB, 75, 1000, 999));
        assertThat(succeed("history", "web", "--since", "00:00:25").lines()).hasSize(4);
    }

    @Test
    void whoIsHeldAtALimitIsNotRejected() {
        desk.keep(decided(WEB, 30, 1000, 1005));
        assertThat(succeed("history", "--limit", "1"))
                .contains("held", "1000 (1005)", "; held at 1000, the most that the policy allows")
                .doesNotContain("rejected");
        JsonNode entry = run("history", "--limit", "1", "-o", "json").json().at("/entries/0");
        assertThat(entry.path("verdict").asText()).isEqualTo("rejected");
        assertThat(entry.path("heldAt").asInt()).isEqualTo(1000);
    }

    @Test
    void planShowsWhatIsProposedAndWhatWaits() {
        assertThat(succeed("plan").lines())
                .contains(
                        "shop/web at 2026-01-05T00:00:15Z",
                        "  plan             static wants 7 replicas: a fixed number was asked for",
                        "                   approved: 4 to 7 replicas",
                        "  waits            4 → 7 since 2026-01-05T00:00:15Z: approve or reject"
                                + " it, --change 4-7@2026-01-05T00:00:15Z",
                        "shop/work, not decided on yet");
        assertThat(succeed("plan", "work")).isEqualTo("shop/work, not decided on yet\n");
    }

    @Test
    void anOrderIsGivenInTheNameOfWhoeverGivesIt() {
        assertThat(succeed("approve", "web", "--reason", "a sale", "--for", "1h", "--as", "ann"))
                .isEqualTo(
                        "approved shop/web: 4 → 7 replicas, until 2026-01-05T01:10:00Z; the next"
                                + " cycle decides afresh\n");
        assertThat(succeed("pause", "web", "--reason", "deploy"))
                .isEqualTo(
                        "shop/web is paused: nothing is carried out until somebody resumes it\n");
        assertThat(desk.orders())
                .extracting(order -> order.who())
                .containsExactly("ann", System.getProperty("user.name"));
    }

    @Test
    void anAnswerIsToTheChangeThatIsNamedElseToTheOneThatIsSeen() {
        succeed("approve", "web", "--reason", "x");
        succeed("approve", "web", "--reason", "x", "--change", "4-6@2026-01-05T00:00:09Z");
        assertThat(desk.orders())
                .extracting(order -> order.change().map(ChangeId::toString).orElse("any"))
                .containsExactly("4-7@2026-01-05T00:00:15Z", "4-6@2026-01-05T00:00:09Z");
        assertThat(run("reject", "work", "--reason", "x").err())
                .isEqualTo("plimsoll: nothing of shop/work waits for approval; see its plan\n");
        assertThat(desk.orders()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} is answered with {1}: {2}")
    @CsvSource({
        "reject, 1, nothing waits",
        "revert, 2, no policy scales it; 'plimsoll get' lists what there is",
        "resume, 1, who knows"
    })
    void aRefusalIsOneLineAndACode(String verb, int code, String sentence) {
        Terminal terminal = run(verb, "web", "--reason", "because");
        assertThat(terminal.code()).isEqualTo(code);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("plimsoll: " + sentence + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "get none | WORKLOAD: name 'none': no policy scales it; 'plimsoll get' lists what"
                        + " there is",
                "get shop/none | no policy scales shop/none; 'plimsoll get' lists what there is",
                "history shop/none | no policy scales shop/none; 'plimsoll get' lists what there"
                        + " is",
                "explain none | WORKLOAD: name 'none': no policy scales it; 'plimsoll get' lists"
                        + " what there is",
                "plan shop/none | no policy scales shop/none; 'plimsoll get' lists what there is",
                "get shop/ | WORKLOAD: name 'shop/': give NAMESPACE/NAME, or NAME where it is the"
                        + " only one",
                "get -o html | -o: form 'html': choose from table, json",
                "explain web --at soon | --at: time 'soon': give 2026-01-05T09:30:00Z, a time of"
                        + " day like 09:30, or how long ago, like 10m",
                "explain web --at 2026-01-05T00:10:01Z | --at '2026-01-05T00:10:01Z': lies"
                        + " ahead: by the controller's clock it is 2026-01-05T00:10:00Z",
                "history web --limit 0 | --limit '0': give a whole number from 1 to 10000",
                "approve web --reason x --for 8d | --for '8d': give more than zero, and at most 7d",
                "approve web --reason x --change 4-7 | --change '4-7': give the id that 'get'"
                        + " shows, e.g. 4-9@2026-01-05T09:30:00Z",
                "approve web --reason x --for 0s | --for: duration '0s': give more than zero",
                "approve web --resaon x | Unknown option: '--resaon': did you mean '--reason'? See"
                        + " 'plimsoll approve --help'",
                "pause web --reason x --aS ann | Unknown options: '--aS', 'ann': did you mean"
                        + " '--as'? See 'plimsoll pause --help'",
                "history web --limits=3 | Unknown option: '--limits=3': did you mean '--limit'? See"
                        + " 'plimsoll history --help'",
                "history web -x | Unknown option: '-x': see 'plimsoll history --help'",
                "approve web | Missing required option: '--reason=TEXT': see 'plimsoll approve"
                        + " --help'"
            })
    void whatCannotBeUsedIsRefusedInALine(String command, String sentence) {
        Terminal terminal = run(command.strip().split(" "));
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("plimsoll: " + sentence + "\n");
        assertThat(desk.orders()).isEmpty();
    }

    @Test
    void aTextThatSaysNothingIsRefusedAsItWasTyped() {
        assertThat(run("pause", "web", "--reason", " ").err())
                .isEqualTo("plimsoll: --reason ' ': give a text of 1 to 500 characters\n");
        assertThat(run("reject", "web", "--reason", "x", "--as", " ").err())
                .isEqualTo("plimsoll: --as ' ': give a text of 1 to 100 characters\n");
    }

    @Test
    void aPastThatTheJournalDoesNotHoldIsANo() {
        Terminal terminal = run("explain", "web", "--at", "2026-01-04T23:00:00Z");
        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.err())
                .contains("the journal holds no decision of shop/web at or before");
    }

    @Test
    void whereNobodyListensTheLineSaysSo() {
        Terminal terminal = Terminal.run("get", "--socket", folder.resolve("none.sock").toString());
        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.err())
                .isEqualTo(
                        "plimsoll: no controller listens on %s/none.sock (No such file or"
                                        .formatted(folder)
                                + " directory); start one with 'plimsoll run', or name its"
                                + " spec.socket with --socket\n");
    }

    @Test
    void whatListensAndIsNoControllerIsToldFromOne() throws IOException {
        Path other = folder.resolve("other.sock");
        try (var silent =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                        .bind(UnixDomainSocketAddress.of(other))) {
            Thread.ofVirtual().start(() -> answerNonsense(silent));
            Terminal terminal = Terminal.run("get", "--socket", other.toString());
            assertThat(terminal.code()).isEqualTo(1);
            assertThat(terminal.err()).contains("gave no answer: it is not HTTP/1.1");
        }
    }

    private static void answerNonsense(ServerSocketChannel server) {
        try (var channel = server.accept()) {
            channel.read(ByteBuffer.allocate(1000));
            channel.write(ByteBuffer.wrap("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0} keeps to {1}")
    @CsvSource({
        "get, control-workloads-v1",
        "get web, control-workload-v1",
        "get work, control-workload-v1",
        "explain web, control-explanation-v1",
        "explain web --at 00:00:01, control-explanation-v1",
        "history web, control-history-v1",
        "history, control-journal-v1",
        "plan, control-plan-v1",
        "approve web --reason x, control-answer-v1",
        "pause web --reason x, control-answer-v1"
    })
    void jsonKeepsToItsSchema(String command, String schema) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("-o", "json"));
        JsonNode json = run(arguments.toArray(String[]::new)).json();
        assertThat(SchemaCheck.problems(SchemaCheck.schema(schema), json)).isEmpty();
    }

    @Test
    void whatIsNotPrintedKeepsToItsSchemaToo() {
        var rig = (ControlRig) open.getFirst();
        assertKeeps("control-status-v1", rig.send(Request.get("/v1/status")));
        assertKeeps("control-refusal-v1", rig.send(Request.get("/v1/nothing")));
        desk.loseWorld();
        assertKeeps("control-status-v1", rig.send(Request.get("/v1/status")));
        assertThat(succeed("get"))
                .contains("\nPLATFORM_UNAVAILABLE since 2026-03-01T10:00:00Z: it");
    }

    private static void assertKeeps(String schema, Exchange.Answered answer) {
        JsonNode json = Terminal.json(answer.body());
        assertThat(SchemaCheck.problems(SchemaCheck.schema(schema), json)).as(schema).isEmpty();
    }

    private String succeed(String... arguments) {
        Terminal terminal = run(arguments);
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.code()).isZero();
        return terminal.out();
    }

    private Terminal run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--socket", folder.resolve("c.sock").toString()));
        return Terminal.run(all.toArray(String[]::new));
    }
}
