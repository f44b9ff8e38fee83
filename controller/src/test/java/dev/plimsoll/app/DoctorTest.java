// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.LoopbackPort;
import dev.plimsoll.adapter.journal.Lease;
import dev.plimsoll.adapter.journal.Store;
import dev.plimsoll.adapter.journal.StoredJournal;
import dev.plimsoll.cli.Finding;
import dev.plimsoll.control.Retention;
import dev.plimsoll.server.fleet.FleetRig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final String POLICY =
            """
            ---
            apiVersion: plimsoll.dev/v1alpha1
            kind: ScalingPolicy
            metadata: {name: web, namespace: scenario}
            spec:
              scaleTargetRef: {kind: SimulatedService, name: web}
              maxReplicas: 50
              slo: {latency: {target: 250ms}}
            """;
    private static final String CONTROLLER =
            """
            apiVersion: plimsoll.dev/v1alpha1
            kind: Controller
            metadata: {name: main}
            spec:
              platform: {simulated: 'unix:fleet.sock'}
              store: {h2: store}
              socket: c.sock
              management: 127.0.0.1:PORT
            """;

    @TempDir private Path folder;
    private final int port = LoopbackPort.free();

    @Test
    void findsAllAsItShouldBe() throws IOException {
        try (FleetRig _ = new FleetRig(folder)) {
            List<Finding> findings = examine(CONTROLLER + POLICY);
            assertThat(findings).allMatch(Finding::sound);
            assertThat(findings)
                    .extracting(Finding::subject)
                    .containsExactly("files", "socket", "management", "platform", "store");
            assertThat(sentence(findings, "platform"))
                    .contains("answers, workloads: 1; its clock shows 2026-01-05T00:00:0");
            assertThat(sentence(findings, "store")).contains("has no journal yet");
        }
        assertThat(folder.resolve("store.mv.db")).doesNotExist();
        assertThat(folder.resolve("c.sock")).doesNotExist();
    }

    @Test
    void filesThatCannotBeUsedAreAllThatIsSaid() throws IOException {
        assertThat(examine(CONTROLLER.replace("store: {h2", "store: {h3")))
                .isNotEmpty()
                .allMatch(finding -> !finding.sound() && finding.subject().equals("files"));
        assertThat(examine(POLICY.substring(4)).getFirst().sentence())
                .contains("add a document of kind Controller");
    }

    @Test
    void aPlatformThatIsGoneAndAWorkloadThatItDoesNotHave() throws IOException {
        assertThat(problem(examine(CONTROLLER + POLICY), "platform"))
                .contains("it cannot be reached: start it, or mend the way to it");
        try (FleetRig _ = new FleetRig(folder)) {
            String other = POLICY.replace("name: web}", "name: shop}");
            assertThat(problem(examine(CONTROLLER + other), "platform"))
                    .isEqualTo(
                            "it has no scenario/shop, which policy scenario/web scales; mend its"
                                    + " scaleTargetRef or its namespace");
        }
    }

    @Test
    void whoElseHoldsTheStore() throws IOException {
        held("other@there:/d.sock");
        assertThat(problem(examine(CONTROLLER + POLICY), "store"))
                .contains("is held by other@there:/d.sock until", "name another store");
    }

    @Test
    void aStoreThatIsHeldInItsOwnNameIsTakenUpAgain() throws IOException {
        String host = InetAddress.getLocalHost().getHostName();
        held("main@%s:%s".formatted(host, folder.resolve("c.sock")));
        assertThat(sentence(examine(CONTROLLER + POLICY), "store"))
                .contains("is held in this controller's own name until");
    }

    /** A store as a kill leaves it. */
    private void held(String owner) throws IOException {
        Duration hour = Duration.ofHours(1);
        try (var journal =
                StoredJournal.open(
                        Store.h2(folder.resolve("live")),
                        new Lease(owner, hour),
                        Retention.ofReadings(hour))) {
            journal.commit();
            Files.copy(folder.resolve("live.mv.db"), folder.resolve("store.mv.db"));
        }
    }

    @Test
    void aStoreThatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("store.mv.db"), "no database".repeat(1000));
        assertThat(problem(examine(CONTROLLER + POLICY), "store")).startsWith("journal ");
    }

    @Test
    void aJournalInMemoryIsSaidToEnd() throws IOException {
        String memory = CONTROLLER.replace("{h2: store}", "memory");
        assertThat(sentence(examine(memory + POLICY), "store"))
                .isEqualTo("memory: what is learned ends with the process");
    }

    @Test
    void addressesThatOthersHave() throws IOException {
        try (var _ =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                                .bind(UnixDomainSocketAddress.of(folder.resolve("c.sock")));
                var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            List<Finding> findings = examine(CONTROLLER + POLICY);
            assertThat(problem(findings, "socket")).contains("a live process listens there");
            assertThat(problem(findings, "management"))
                    .contains("cannot be listened on (", "); free it, or name another");
            assertThatThrownBy(this::run).hasMessage(problem(findings, "socket"));
        }
    }

    @Test
    void aPortThatAnotherHasIsSaidAlikeByWhoRuns() throws IOException {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            List<Finding> findings = examine(CONTROLLER + POLICY);
            assertThatThrownBy(this::run).hasMessage(problem(findings, "management"));
        }
    }

    private void run() throws InterruptedException {
        new Controller().run(List.of(folder.resolve("c.yaml")), System.out, new CountDownLatch(0));
    }

    @Test
    void secretsThatOthersMayReadOrThatAreNotThere() throws IOException {
        String secrets =
                CONTROLLER.replace("{h2: store}", "memory")
                        + """
                          sources:
                          - name: prometheus
                            url: https://127.0.0.1:1
                            bearerTokenFile: token
                            caFile: none.pem
                          webHooks: [{url: 'http://127.0.0.1:1/hook', secretFile: secret}]
                        """;
        Path token = Files.writeString(folder.resolve("token"), "t");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
        Path secret = Files.writeString(folder.resolve("secret"), "s");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        assertThat(examine(secrets + POLICY))
                .extracting(Finding::toString)
                .contains(
                        Finding.problem(
                                        "secrets",
                                        "bearerTokenFile of prometheus: file '%s': others may read"
                                                        .formatted(token)
                                                + " or change it; chmod 600 it")
                                .toString(),
                        Finding.problem(
                                        "secrets",
                                        "caFile of prometheus: file '%s': cannot be read; check the"
                                                        .formatted(folder.resolve("none.pem"))
                                                + " path and its permissions")
                                .toString(),
                        Finding.ok(
                                        "secrets",
                                        "secretFile of a web hook: %s can be read"
                                                .formatted(secret))
                                .toString());
    }

    @Test
    void aPasswordThatIsNotThereIsSaidAndSoIsTheStore() throws IOException {
        String postgres =
                CONTROLLER.replace(
                        "{h2: store}",
                        "{postgresql: 'jdbc:postgresql://127.0.0.1:1/p', passwordFile: none}");
        List<Finding> findings = examine(postgres + POLICY);
        assertThat(problem(findings, "secrets")).startsWith("spec.store.passwordFile: file");
        assertThat(problem(findings, "store")).contains("spec.store.passwordFile: file");
    }

    @Test
    void sourcesThatDoNotAnswer() throws IOException {
        String sources =
                CONTROLLER.replace("{h2: store}", "memory")
                        + "  sources: [{name: prometheus, url: 'http://127.0.0.1:1'}]\n";
        String policy =
                POLICY
                        + """
                          demand: [{source: prometheus, query: 'sum(rate(http_requests_total[1m]))'}]
                          signals:
                            utilization: {source: prometheus, query: 'avg(busy)'}
                            readyReplicas: {source: prometheus, query: 'sum(up)'}
                        """;
        assertThat(problem(examine(sources + policy), "sources"))
                .startsWith("source prometheus: the server at http://127.0.0.1:")
                .contains(" cannot be reached: nobody listens there");
    }

    private List<Finding> examine(String text) throws IOException {
        String written = text.replace("PORT", String.valueOf(port));
        Path file = Files.writeString(folder.resolve("c.yaml"), written);
        return new Doctor().examine(List.of(file));
    }

    private static String problem(List<Finding> findings, String subject) {
        return sentence(findings.stream().filter(found -> !found.sound()).toList(), subject);
    }

    private static String sentence(List<Finding> findings, String subject) {
        return findings.stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(Finding::sentence)
                .findFirst()
                .orElseThrow();
    }
}
