// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.http.Certificates;
import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With certificates that the JDK's {@code keytool} makes. */
@Timeout(60)
class TlsTest {
    @TempDir private static Path folder;
    private final List<FakePrometheus> open = new ArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        Certificates certificates = new Certificates(folder);
        certificates.certify("server", "ip:127.0.0.1");
        certificates.certify("other", "ip:127.0.0.1");
        certificates.certify("elsewhere", "ip:192.0.2.1");
    }

    @BeforeEach
    void serve() throws Exception {
        serve("server");
    }

    @AfterEach
    void close() {
        open.forEach(FakePrometheus::close);
    }

    @Test
    void aCertificateOfTheFileIsTrusted() {
        assertThat(ask(certificate("server")))
                .isEqualTo(new Answer.Told<Row>(List.of(), List.of()));
    }

    @Test
    void theFilesCertificatesTakeThePlaceOfTheSystems() {
        assertUntrusted(ask(certificate("other")));
        assertUntrusted(ask(Optional.empty()));
    }

    @Test
    void aCertificateForAnotherHostIsNotTrusted() throws Exception {
        serve("elsewhere");
        assertUntrusted(ask(certificate("elsewhere")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"})
    void aFileWithoutCertificatesIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), text);
        assertThatThrownBy(() -> ask(Optional.of(file)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("caFile: file '%s': holds no certificate; give one in PEM", file);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> ask(Optional.of(folder.resolve("none.pem"))))
                .isInstanceOf(InvalidInputException.class);
    }

    private static void assertUntrusted(Answer<Row> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        var failed = (Answer.Failed<Row>) answer;
        assertThat(failed.fault()).isEqualTo(Fault.UNREACHABLE);
        assertThat(failed.detail())
                .matches("the server at https://\\S+ cannot be reached: TLS failed: .*");
    }

    private Answer<Row> ask(Optional<Path> trusted) {
        var server =
                new PrometheusServer(
                        "prom",
                        open.getLast().url(""),
                        Optional.empty(),
                        trusted,
                        AnswerLimit.of(Duration.ofSeconds(30)));
        try (var client = new PrometheusClient(server)) {
            return client.query("up", Instant.EPOCH);
        }
    }

    private void serve(String name) throws GeneralSecurityException, IOException {
        open.add(
                FakePrometheus.https(
                        new Certificates(folder).context(name), FakePrometheus.vector()));
    }

    private static Optional<Path> certificate(String name) {
        return Optional.of(new Certificates(folder).file(name));
    }
}
