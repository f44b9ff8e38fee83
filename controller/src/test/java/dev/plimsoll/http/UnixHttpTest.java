// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers are read; over a socket it is tried by the adapters' tests. */
class UnixHttpTest {
    @TempDir private Path folder;

    @Test
    void aBodyHasTheLengthThatItsHeadSays() {
        assertThat(begun("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nGrüß!!"))
                .contains(new Exchange.Answered(200, "Grüß"));
        assertThat(begun("HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n"))
                .contains(new Exchange.Answered(204, ""));
    }

    @Test
    void chunksAreJoined() {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(begun(head + "3\r\nabc\r\nA;x=1\r\n0123456789\r\n0\r\n\r\n"))
                .contains(new Exchange.Answered(200, "abc0123456789"));
        assertThat(begun(head + "3\r\nabc\r\nA\r\n0123")).isEmpty();
        assertThat(begun(head + "3\r\nabc\r\n")).isEmpty();
        assertThat(ended(head + "zz\r\nabc\r\n")).isInstanceOf(Exchange.Failed.class);
    }

    @Test
    void aBodyWithoutALengthEndsWithTheConnection() {
        String answer = "HTTP/1.0 200 OK\r\nServer: x\r\n\r\nabc";
        assertThat(begun(answer)).isEmpty();
        assertThat(ended(answer)).isEqualTo(new Exchange.Answered(200, "abc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Length: 5",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
                "HTTP/2 200\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n"
            })
    void whatBreaksOffOrIsNoHttpIsUnreadable(String answer) {
        assertThat(ended(answer))
                .isInstanceOfSatisfying(
                        Exchange.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isEqualTo(Exchange.Failure.UNREADABLE));
    }

    @Test
    void nobodyListensWhereThereIsNoSocket() {
        var http = new UnixHttp(folder.resolve("none"), Duration.ofSeconds(10));
        assertThat(http.send(Request.get("/")))
                .isInstanceOfSatisfying(
                        Exchange.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isEqualTo(Exchange.Failure.UNREACHABLE));
    }

    @Test
    void aPathIsEncodedByWhoeverAsks() {
        assertThatThrownBy(() -> Request.get("/a b")).hasMessageContaining("is not encoded");
        assertThatThrownBy(() -> Request.get("/a\r\nX: y")).hasMessageContaining("is not encoded");
    }

    @Test
    void anAnswerInManyPartsIsReadAsInOne() {
        String chunk = "Transfer-Encoding: chunked\r\n\r\n2\r\n\u00e9\r\n3\r\nabc\r\n0\r\n\r\n";
        assertThat(byteByByte("HTTP/1.1 200 OK\r\n" + chunk))
                .contains(new Exchange.Answered(200, "\u00e9abc"));
        assertThat(byteByByte("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\u00e9ab"))
                .contains(new Exchange.Answered(200, "\u00e9ab"));
    }

    private static Optional<Exchange> byteByByte(String answer) {
        Reply reply = new Reply();
        Optional<Exchange> read = Optional.empty();
        for (byte each : answer.getBytes(StandardCharsets.UTF_8)) {
            assertThat(read).isEmpty();
            reply.add(new byte[] {each}, 1);
            read = reply.read(false);
        }
        return read;
    }

    private static Optional<Exchange> begun(String answer) {
        return of(answer).read(false);
    }

    private static Exchange ended(String answer) {
        return of(answer).read(true).orElseThrow();
    }

    private static Reply of(String answer) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        Reply reply = new Reply();
        reply.add(bytes, bytes.length);
        return reply;
    }
}
