// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port on loopback to listen on. */
public final class LoopbackPort {
    private LoopbackPort() {}

    /** One that nobody listens on now. */
    public static int free() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
