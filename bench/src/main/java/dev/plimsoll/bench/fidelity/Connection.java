// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that is kept alive, with as much of HTTP/1.1 as the measurement needs (RFC 9112):
 * one request at a time without a body, and answers of a stated length. A full client would cost
 * more than the proxy and the server together. Not thread-safe.
 */
final class Connection implements AutoCloseable {
    private static final String OK = "HTTP/1.1 200 ";
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;

    /** Connects to a port on loopback. */
    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Posts to a path and returns the answer's body; what is not answered with 200 is a failure. A
     * POST is not repeated by a proxy that has sent it on, whatever becomes of the server.
     */
    String post(String path) throws IOException {
        String request =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n".formatted(path);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line();
        int length = length();
        String body = new String(in.readNBytes(length), StandardCharsets.US_ASCII);
        if (!status.startsWith(OK) || body.length() < length) {
            throw new IOException("answered with '%s'".formatted(status));
        }
        return body;
    }

    /** Reads the header fields, and returns how long the body is. */
    private int length() throws IOException {
        int length = 0;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String name = field.toLowerCase(Locale.ROOT);
            if (name.startsWith(LENGTH)) {
                length = Integer.parseInt(name.substring(LENGTH.length()).strip());
            }
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended within an answer");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
