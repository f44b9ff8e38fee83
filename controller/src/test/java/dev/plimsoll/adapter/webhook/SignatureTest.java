// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** The example that the libraries of Standard Webhooks are tested with. */
    @Test
    void isThatOfTheStandardsExample() {
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(
                        Signature.of(
                                new SecretKeySpec(key, "HmacSHA256"),
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1_614_265_330,
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
