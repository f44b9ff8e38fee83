// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a server listens: a Unix domain socket, in full {@code unix:PATH}.
 *
 * @param place the option or field that names it, for refusals
 */
public record SocketPath(String place, Path path) {
    private static final String SCHEME = "unix:";

    /** What the address of a socket has room for, without the zero at its end. */
    private static final int LONGEST = 107;

    /** Reads what was written at a place. */
    public static SocketPath parse(String place, String text) {
        if (!text.startsWith(SCHEME) || text.length() == SCHEME.length()) {
            throw new InvalidInputException(
                    place, "address", text, "give unix:PATH, e.g. unix:/tmp/fleet.sock");
        }
        try {
            return new SocketPath(place, Path.of(text.substring(SCHEME.length())));
        } catch (InvalidPathException e) {
            throw new InvalidInputException(
                    place, "address", text, "give a path that this system knows");
        }
    }

    public UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(path);
    }

    /** Makes room for a new socket: what a dead process left goes, what is in use stays. */
    public void claim() {
        requireRoom();
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            remove();
        }
    }

    /** Refuses a path where no room can be made; changes nothing. */
    public void requireRoom() {
        requireShortness();
        requireFolder();
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            requireSocket();
            if (answers()) {
                throw refusal("socket", path.toString(), "a live process listens there; stop it");
            }
        }
    }

    /** Lets nobody in but the owner. */
    public void close() {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | UnsupportedOperationException e) {
            throw refusal("socket", path.toString(), "its permissions cannot be set");
        }
    }

    /** Nobody can listen there. */
    public InvalidInputException refusal() {
        return refusal("path", path.toString(), "cannot be listened on; name another");
    }

    /** Removes the socket, if it is there. */
    public void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw refusal("socket", path.toString(), "cannot be removed; see who owns the folder");
        }
    }

    @Override
    public String toString() {
        return SCHEME + path;
    }

    /** Whether a live process listens there. */
    public boolean answers() {
        try (SocketChannel channel = SocketChannel.open(address())) {
            return channel.isConnected();
        } catch (IOException e) {
            return false; // Nobody listens any more.
        }
    }

    private void requireShortness() {
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw refusal("path", path.toString(), "give at most %d bytes".formatted(LONGEST));
        }
    }

    private void requireFolder() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw refusal(
                    "path", path.toString(), "name a folder that is there and can be written");
        }
    }

    private void requireSocket() {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.isDirectory(path)) {
            throw refusal("path", path.toString(), "is there, and no socket; name another");
        }
    }

    private InvalidInputException refusal(String field, String value, String mend) {
        return new InvalidInputException(place, field, value, mend);
    }
}
