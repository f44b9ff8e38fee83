// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A client of one Unix domain socket: a connection for each request, and a time for the whole of
 * it. Nothing is sent twice. Thread-safe.
 */
public final class UnixHttp {
    /** Ten thousand workloads say about 10 MiB. */
    private static final int MOST_BYTES = 64 << 20;

    private final Path socket;
    private final Duration timeout;

    /**
     * A client that has connected to nobody yet.
     *
     * @param timeout for a whole exchange
     */
    public UnixHttp(Path socket, Duration timeout) {
        this.socket = socket;
        this.timeout = timeout;
    }

    public Path socket() {
        return socket;
    }

    /** Sends a request and waits for what comes of it. */
    public Exchange send(Request request) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            return exchange(new Conversation(channel, selector, deadline()), request);
        } catch (SocketTimeoutException e) {
            return new Exchange.Failed(
                    Exchange.Failure.TIMED_OUT, "%d ms were over".formatted(timeout.toMillis()));
        } catch (IOException e) {
            return new Exchange.Failed(
                    Exchange.Failure.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    private Exchange exchange(Conversation conversation, Request request) throws IOException {
        conversation.connect(UnixDomainSocketAddress.of(socket));
        conversation.write(ByteBuffer.wrap(request.bytes()));
        return conversation.read();
    }

    private long deadline() {
        return System.nanoTime() + timeout.toNanos();
    }

    /** A connection with a time by which all must be over. */
    private record Conversation(SocketChannel channel, Selector selector, long deadline) {
        void connect(UnixDomainSocketAddress address) throws IOException {
            boolean connected = channel.connect(address);
            while (!connected) {
                await(SelectionKey.OP_CONNECT);
                connected = channel.finishConnect();
            }
        }

        void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    await(SelectionKey.OP_WRITE);
                }
            }
        }

        /** Up to the end of the answer; not every server ends the connection with it. */
        Exchange read() throws IOException {
            Reply reply = new Reply();
            ByteBuffer part = ByteBuffer.allocate(1 << 16);
            Optional<Exchange> answer = Optional.empty();
            while (answer.isEmpty() && reply.size() <= MOST_BYTES) {
                await(SelectionKey.OP_READ);
                int read = channel.read(part.clear());
                reply.add(part.array(), Math.max(0, read));
                answer = reply.read(read < 0);
            }
            return answer.orElse(
                    new Exchange.Failed(Exchange.Failure.UNREADABLE, "it is too long"));
        }

        private void await(int operation) throws IOException {
            channel.register(selector, operation);
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0 || selector.select(left) == 0) {
                throw new SocketTimeoutException();
            }
            selector.selectedKeys().clear();
        }
    }
}
