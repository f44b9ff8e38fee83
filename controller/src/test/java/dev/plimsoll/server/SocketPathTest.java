// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketPathTest {
    @TempDir private Path folder;

    @Test
    void isNamedByItsSchemeAndPath() {
        assertThat(SocketPath.parse("--listen", "unix:/run/fleet.sock").path())
                .isEqualTo(Path.of("/run/fleet.sock"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/run/fleet.sock", "unix:", "tcp:127.0.0.1:80", "unix:\0"})
    void refusesOtherAddresses(String text) {
        assertThatThrownBy(() -> SocketPath.parse("--listen", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--listen: address");
    }

    @Test
    void replacesWhatADeadProcessLeft() throws IOException {
        SocketPath socket = new SocketPath("--listen", folder.resolve("s"));
        ServerSocketChannel dead = bind(socket);
        dead.close();
        assertThat(socket.path()).exists();
        socket.claim();
        assertThat(socket.path()).doesNotExist();
    }

    @Test
    void leavesALiveSocketAlone() throws IOException {
        SocketPath socket = new SocketPath("--listen", folder.resolve("s"));
        try (ServerSocketChannel live = bind(socket)) {
            assertThatThrownBy(socket::claim).hasMessageContaining("a live process listens there");
            assertThat(live.isOpen()).isTrue();
            assertThat(socket.path()).exists();
        }
    }

    @Test
    void leavesAFileThatIsNoSocketAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("s"), "mine");
        assertThatThrownBy(new SocketPath("--listen", file)::claim)
                .hasMessageContaining("is there, and no");
        assertThatThrownBy(new SocketPath("--listen", folder)::claim)
                .hasMessageContaining("is there, and no");
        assertThat(file).hasContent("mine");
    }

    @Test
    void refusesAFolderThatIsNotThereAndAPathThatIsTooLong() {
        assertThatThrownBy(new SocketPath("--listen", folder.resolve("none/s"))::claim)
                .hasMessageContaining("name a folder that is there");
        assertThatThrownBy(new SocketPath("--listen", folder.resolve("s".repeat(120)))::claim)
                .hasMessageContaining("give at most 107 bytes");
    }

    private static ServerSocketChannel bind(SocketPath socket) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket.path()));
    }
}
