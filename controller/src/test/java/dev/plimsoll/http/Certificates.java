// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates that sign themselves, made by the JDK's {@code keytool} in a folder. */
public final class Certificates {
    private static final String PASSWORD = "changeit";

    private final Path folder;

    public Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes one for a host such as {@code ip:127.0.0.1}. */
    public void certify(String name, String host) throws IOException, InterruptedException {
        keytool(
                name,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + host);
        keytool(name, "-exportcert", "-rfc", "-file", file(name).toString());
    }

    /** Where one stands, in PEM. */
    public Path file(String name) {
        return folder.resolve(name + ".pem");
    }

    /** Of a server that shows it. */
    public SSLContext context(String name) throws GeneralSecurityException, IOException {
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

    private void keytool(String name, String... arguments)
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

    private Path store(String name) {
        return folder.resolve(name + ".p12");
    }
}
