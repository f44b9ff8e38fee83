// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ports on loopback to listen on. They lie below those that a system gives to outgoing connections,
 * as thousands of these are open in an overload and one could take a server's place while it
 * starts.
 */
final class Ports {
    private static final int FIRST = 18_000;
    private static final int END = 32_000;

    private Ports() {}

    /** So many ports that nobody listens on now. */
    static List<Integer> free(int count) throws IOException {
        int from = FIRST + (int) (ProcessHandle.current().pid() % ((END - FIRST) / 2));
        List<Integer> free =
                IntStream.range(from, END).filter(Ports::isFree).limit(count).boxed().toList();
        if (free.size() < count) {
            throw new IOException("%d free ports from %d on were not found".formatted(count, from));
        }
        return free;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
