// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** What a file holds to sign with. */
sealed interface Secret {
    /** It can be signed with. */
    record Usable(SecretKeySpec key) implements Secret {}

    /**
     * It cannot.
     *
     * @param why a clause
     */
    record Unusable(String why) implements Secret {}

    int MOST_BYTES = 4096;
    String PREFIX = "whsec_";
    String ALGORITHM = "HmacSHA256";

    /** What stands behind {@code whsec_} is Base64; anything else is taken as it is. */
    static Secret read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? new Unusable("has more than %d bytes".formatted(MOST_BYTES))
                    : of(text(bytes).strip());
        } catch (IOException e) {
            return new Unusable("cannot be read as text");
        }
    }

    private static String text(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static Secret of(String text) {
        if (!text.startsWith(PREFIX)) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return of(Base64.getDecoder().decode(text.substring(PREFIX.length())));
        } catch (IllegalArgumentException e) {
            return new Unusable("holds no Base64 behind " + PREFIX);
        }
    }

    private static Secret of(byte[] key) {
        return key.length == 0
                ? new Unusable("holds no secret")
                : new Usable(new SecretKeySpec(key, ALGORITHM));
    }
}
