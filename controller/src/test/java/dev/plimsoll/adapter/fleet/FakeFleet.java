// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Listens like a fleet, and says to everybody what it was told to say, or nothing. */
final class FakeFleet implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel server;

    private FakeFleet(Path folder, Optional<byte[]> answer) {
        this.socket = folder.resolve("fake.sock");
        try {
            this.server =
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                            .bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer.ifPresent(bytes -> Thread.ofVirtual().start(() -> serve(bytes)));
    }

    /** Takes every connection over, and never answers. */
    static FakeFleet silent(Path folder) {
        return new FakeFleet(folder, Optional.empty());
    }

    static FakeFleet answering(Path folder, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 %d Said\r\nContent-Length: %d\r\n\r\n";
        return raw(folder, head.formatted(status, bytes.length) + body);
    }

    /** Says this, be it HTTP or not, and ends the connection. */
    static FakeFleet raw(Path folder, String answer) {
        return new FakeFleet(folder, Optional.of(answer.getBytes(StandardCharsets.UTF_8)));
    }

    Path socket() {
        return socket;
    }

    private void serve(byte[] answer) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                channel.read(ByteBuffer.allocate(65_536));
                channel.write(ByteBuffer.wrap(answer));
            } catch (IOException e) {
                // Closed, or the client went away: the next one is as welcome.
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
