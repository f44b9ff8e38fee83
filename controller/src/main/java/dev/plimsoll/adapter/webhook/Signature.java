// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric signature of Standard Webhooks 1.0, over {@code id.timestamp.body}. */
final class Signature {
    private Signature() {}

    /**
     * Signs one attempt.
     *
     * @param timestamp of the attempt, in seconds since 1970
     */
    static String of(SecretKeySpec key, String id, long timestamp, String body) {
        String signed = "%s.%d.%s".formatted(id, timestamp, body);
        byte[] code = code(key, signed.getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(code);
    }

    private static byte[] code(SecretKeySpec key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + key.getAlgorithm(), e);
        }
    }
}
