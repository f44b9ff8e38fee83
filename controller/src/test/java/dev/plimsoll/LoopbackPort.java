// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port on loopback for a test to listen on, or to find nobody on. */
public final class LoopbackPort {
    private LoopbackPort() {}

    /** One that nobody listens on now. */
    public static int free() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
