// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.adapter.webhook.HookReceiver.Received;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The signature once more, by the definition of HMAC (RFC 2104) on a bare SHA-256. */
final class HandSigned {
    private static final int BLOCK = 64;

    private HandSigned() {}

    static void assertSigned(Received received, String secret) {
        assertThat(received.signature()).isEqualTo(signature(received, key(secret)));
    }

    private static byte[] key(String secret) {
        return secret.startsWith("whsec_")
                ? Base64.getDecoder().decode(secret.substring(6))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    private static String signature(Received received, byte[] key) {
        String signed = received.id() + "." + received.timestamp() + "." + received.body();
        byte[] padded = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
        byte[] inner = sha256(masked(padded, 0x36), signed.getBytes(StandardCharsets.UTF_8));
        byte[] code = sha256(masked(padded, 0x5c), inner);
        return "v1," + Base64.getEncoder().encodeToString(code);
    }

    private static byte[] masked(byte[] key, int mask) {
        byte[] masked = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            masked[i] = (byte) (key[i] ^ mask);
        }
        return masked;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
