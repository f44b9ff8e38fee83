// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.http.Exchange;
import dev.plimsoll.http.Request;
import dev.plimsoll.http.UnixHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetCommandTest {
    private static final String SCALE = "/v1/workloads/scenario/smooth/scale";

    @TempDir private Path folder;

    @Test
    void livesForTheTimeThatItIsGivenAndLeavesNothingBehind() {
        Terminal terminal =
                Terminal.succeed("fleet", "smooth", "--listen", listen(), "--for", "100ms");
        List<String> lines = terminal.out().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("plimsoll: fleet smooth listens on " + listen() + ", in real time");
        assertThat(lines.get(1))
                .matches(
                        "plimsoll: its demand ends at 0\\d:00:00, in \\dh, and the fleet with it;"
                                + " with --repeat it begins again");
        assertThat(lines.getLast())
                .matches(
                        "00:00:\\d\\d  scenario/smooth: \\d+ of \\d+ replicas ready, demand not"
                                + " readable; orders applied: 0");
        assertThat(socket()).doesNotExist();
    }

    @Test
    void endsWhenTheDemandDoes() {
        Terminal terminal =
                Terminal.succeed("fleet", "smooth", "--listen", listen(), "--speed", "100000");
        assertThat(terminal.out())
                .contains(", 100000 times as fast as life")
                .contains(", in 1s, and the fleet with it;")
                .contains(" req/s;")
                .endsWith(
                        "plimsoll: the demand of smooth has ended, and the fleet with it; with"
                                + " --repeat it begins again\n");
    }

    @Test
    void outlivesItsDemandWhereThatRepeats() {
        Terminal terminal =
                Terminal.succeed(
                        "fleet",
                        "smooth",
                        "--listen",
                        listen(),
                        "--speed",
                        "100000",
                        "--repeat",
                        "--for",
                        "1s");
        assertThat(terminal.out())
                .contains("plimsoll: its demand lasts ")
                .contains(", and begins again for good\n")
                .containsPattern("\n(0[4-9]|[1-9]\\d+):\\d\\d:\\d\\d  scenario/smooth: .* req/s;")
                .doesNotContain("has ended");
    }

    @Test
    void manyCopiesHaveOneLineTogether() {
        assertThat(copies(12))
                .matches(
                        "00:00:\\d\\d  12 workloads: \\d+ of \\d+ replicas ready, demand not"
                                + " readable; orders applied: 0");
        assertThat(copies(2)).startsWith("00:00:0").contains("  scenario/smooth-0002: ");
    }

    private String copies(int number) {
        Terminal terminal =
                Terminal.succeed(
                        "fleet",
                        "smooth",
                        "--copies",
                        String.valueOf(number),
                        "--listen",
                        listen(),
                        "--for",
                        "100ms");
        return terminal.out().lines().toList().getLast();
    }

    @Test
    void saysWhereItsMetricsAre() {
        Terminal terminal =
                Terminal.succeed(
                        "fleet",
                        "smooth",
                        "--listen",
                        listen(),
                        "--metrics",
                        "127.0.0.1:0",
                        "--for",
                        "100ms");
        assertThat(terminal.out())
                .containsPattern("fleet.sock and http://127.0.0.1:\\d+/metrics, in real time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    --listen tcp:80       | --listen: address 'tcp:80': give unix:PATH
                    --speed 0             | --speed: factor '0': give 1 to
                    --copies 0            | --copies: number '0': give 1 to 10000
                    --copies 10001        | --copies: number '10001': give 1 to 10000
                    --for 0s              | --for: duration '0s': give more than zero
                    --ledger no/such/file | --ledger: file 'no/such/file': name a file
                    --metrics 9300        | --metrics: address '9300': give HOST:PORT
                    --metrics 8.8.8.8:80  | --metrics: address '8.8.8.8:80': give a loopback
                    --seed x              | 'x' is not a whole number
                    """)
    void refusesWhatCannotBeUsed(String options, String problem) {
        List<String> arguments = new ArrayList<>(List.of("fleet", "smooth"));
        arguments.addAll(List.of(options.split(" ", -1)));
        Terminal terminal = Terminal.run(arguments.toArray(String[]::new));
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains(problem);
    }

    @Test
    void refusesAScenarioThatIsNone() {
        assertThat(Terminal.run("fleet", "smoth").err()).contains("smooth");
        assertThat(Terminal.run("fleet").code()).isEqualTo(2);
    }

    @Test
    void showsAnExampleInItsHelp() {
        assertThat(Terminal.succeed("fleet", "--help").out())
                .contains("plimsoll fleet flash-crowd --listen unix:/tmp/fleet.sock");
    }

    @Test
    void whatItAnsweredIsInItsLedgerAfterSigkill() throws IOException, InterruptedException {
        Process fleet = start();
        Thread killer = killAfterOrders(fleet, 20);
        List<Integer> answered = orderUntilItIsGone();
        killer.join();
        List<String> ledger = Files.readAllLines(ledger());
        assertThat(answered).hasSizeGreaterThanOrEqualTo(19);
        assertThat(ledger.size()).isBetween(answered.size(), answered.size() + 1);
        for (int order : answered) {
            assertThat(ledger.get(order)).contains("\"actionId\":\"order" + order + "\"");
        }
        assertThat(socket()).as("nobody was left to remove it").exists();
        assertGoesOn(ledger.size());
    }

    @Test
    void twoProcessesDoNotShareALedger() throws IOException, InterruptedException {
        Process first = start();
        Terminal second =
                Terminal.run(
                        "fleet",
                        "smooth",
                        "--listen",
                        "unix:" + folder.resolve("second.sock"),
                        "--ledger",
                        ledger().toString(),
                        "--for",
                        "100ms");
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err())
                .contains(
                        "--ledger: file '%s': another fleet writes to it; stop that one, or name another file"
                                .formatted(ledger()));
        first.destroyForcibly().waitFor();
        start().destroyForcibly().waitFor();
    }

    private void assertGoesOn(int orders) throws IOException, InterruptedException {
        Process again = start();
        assertThat(order(orders - 1)).as("an order that was applied").isEqualTo(200);
        assertThat(Files.readAllLines(ledger())).hasSize(orders);
        assertThat(order(orders)).as("the next").isEqualTo(200);
        assertThat(Files.readAllLines(ledger())).hasSize(orders + 1);
        again.destroy();
        assertThat(again.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(socket()).as("SIGTERM ends it cleanly").doesNotExist();
    }

    private Process start() throws IOException {
        Process fleet =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.plimsoll.app.Main",
                                "fleet",
                                "smooth",
                                "--listen",
                                listen(),
                                "--ledger",
                                ledger().toString())
                        .redirectErrorStream(true)
                        .start();
        var out =
                new BufferedReader(
                        new InputStreamReader(fleet.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).startsWith("plimsoll: fleet smooth listens on");
        return fleet;
    }

    private Thread killAfterOrders(Process fleet, int orders) {
        return Thread.ofVirtual()
                .start(() -> {
                    while (lines() < orders) {
                        Thread.onSpinWait();
                    }
                    fleet.destroyForcibly();
                });
    }

    private int lines() {
        try {
            return Files.exists(ledger()) ? Files.readAllLines(ledger()).size() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The orders that were answered, one after the other, each for the next version. */
    private List<Integer> orderUntilItIsGone() {
        List<Integer> answered = new ArrayList<>();
        int next = 0;
        while (order(next) == 200) {
            answered.add(next);
            next++;
        }
        return answered;
    }

    /** The status of the answer; 0 if none came. */
    private int order(int number) {
        String body =
                "{\"actionId\":\"order%d\",\"epoch\":1,\"version\":%d,\"to\":%d}"
                        .formatted(number, number + 1, 40 + number % 2 * 3 + number % 3);
        var http = new UnixHttp(socket(), Duration.ofSeconds(10));
        return switch (http.send(Request.put(SCALE, body))) {
            case Exchange.Answered(int status, var _) -> status;
            case Exchange.Failed _ -> 0;
        };
    }

    private String listen() {
        return "unix:" + socket();
    }

    private Path socket() {
        return folder.resolve("fleet.sock");
    }

    private Path ledger() {
        return folder.resolve("ledger.jsonl");
    }
}
