// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts the certificates of a PEM file, and no others. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    static SSLContext of(Path file) {
        try {
            return context(read(file));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS cannot be set up for " + file, e);
        }
    }

    private static SSLContext context(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            trusted.setCertificateEntry("ca-" + number++, certificate);
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Collection<? extends Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (IOException | CertificateException e) {
            // Told as a file in which there is none.
        }
        throw new InvalidInputException(
                "caFile", "file", file.toString(), "holds no certificate; give one in PEM");
    }
}
