// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers requests with bytes as it is told, HTTP or not; the last is for all that follow. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();

    RawServer(String first) throws IOException {
        answers.add(first);
        Thread.ofVirtual().start(this::serve);
    }

    void next(String answer) {
        answers.add(answer);
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/hook".formatted(socket.getLocalPort()));
    }

    private void serve() {
        try {
            while (!socket.isClosed()) {
                answer();
            }
        } catch (IOException e) {
            // It was closed, or a client went away.
        }
    }

    private void answer() throws IOException {
        try (Socket client = socket.accept()) {
            readBody(client.getInputStream());
            String answer = answers.size() > 1 ? answers.remove() : answers.element();
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** The JSON ends with a brace on the last level. */
    private static void readBody(InputStream in) throws IOException {
        int depth = 0;
        boolean begun = false;
        for (int read = in.read(); read != -1 && !(begun && depth == 0); ) {
            depth += read == '{' ? 1 : read == '}' ? -1 : 0;
            begun |= read == '{';
            if (!begun || depth > 0) {
                read = in.read();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
