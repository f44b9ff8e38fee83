// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class UnreachedTest {
    @Test
    void aNameThatNobodyKnowsIsCalledSo() {
        assertThat(why(new ConnectException(), new UnresolvedAddressException()))
                .isEqualTo("nobody knows its name");
    }

    @Test
    void whereNobodyListensIsCalledSo() {
        assertThat(why(new ConnectException("refused")))
                .isEqualTo("nobody listens there, or no way leads there");
    }

    @Test
    void ofTlsTheInnermostCauseHasTheWord() {
        assertThat(why(new SSLHandshakeException("outer"), new IOException("no path")))
                .isEqualTo("TLS failed: no path");
    }

    @Test
    void whatTheOtherEndSaysStaysOnALineAndIsCut() {
        assertThat(why(new IOException("bad\r\n\u001b[31mline\u2028" + "x".repeat(500))))
                .startsWith("bad???[31mline?x")
                .endsWith("x...")
                .hasSize(200);
    }

    private static String why(Throwable... causes) {
        Throwable outer = new ExecutionException("outermost", causes[0]);
        for (int i = 1; i < causes.length; i++) {
            causes[i - 1].initCause(causes[i]);
        }
        return Unreached.why(outer);
    }
}
