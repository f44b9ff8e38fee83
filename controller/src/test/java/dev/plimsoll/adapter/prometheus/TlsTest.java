// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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
    private static final String PASSWORD = "changeit";

    @TempDir private static Path folder;
    private final List<FakePrometheus> open = new ArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        certify("server", "ip:127.0.0.1");
        certify("other", "ip:127.0.0.1");
        certify("elsewhere", "ip:192.0.2.1");
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
        assertThat(failed.detail()).startsWith("the server cannot be reached: TLS failed: ");
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
        open.add(FakePrometheus.https(context(name), FakePrometheus.vector()));
    }

    /** A certificate that signs itself. */
    private static void certify(String name, String host) throws IOException, InterruptedException {
        keytool(
                name,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + host);
        keytool(name, "-exportcert", "-rfc", "-file", folder.resolve(name + ".pem").toString());
    }

    private static Optional<Path> certificate(String name) {
        return Optional.of(folder.resolve(name + ".pem"));
    }

    private static void keytool(String name, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", name, "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", store(name).toString()));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static Path store(String name) {
        return folder.resolve(name + ".p12");
    }

    private static SSLContext context(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
