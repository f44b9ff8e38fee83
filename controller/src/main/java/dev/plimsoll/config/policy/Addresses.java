// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Form;
import dev.plimsoll.config.Forms;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of files, sockets and addresses; paths that are not absolute begin at a folder. */
final class Addresses {
    private static final int MOST_PORT = 65_535;
    private static final int LONGEST = 2048;

    /** What the address of a Unix socket has room for, without the zero at its end. */
    private static final int LONGEST_SOCKET = 107;

    private static final String UNIX = "unix:";
    private static final Pattern LISTEN =
            Pattern.compile("(?:\\[([0-9a-fA-F:.]{2,45})]|([A-Za-z0-9.-]{1,253})):(\\d{1,5})");
    private static final Pattern JDBC =
            Pattern.compile("jdbc:postgresql:(?://[^/?#\\s]+/)?[^/?#\\s]+(?:\\?[^#\\s]*)?");
    private static final Pattern SECRET =
            Pattern.compile("(?<=//)\\S*@|(?<=(?i:password|token|secret|key)=)[^&\\s]*");
    private static final Pattern PASSWORD = Pattern.compile("//\\S*@|(?i:password)=");

    /** Receivers like to have one somewhere in their query. */
    private static final Pattern HIDDEN = Pattern.compile("(?<=//)\\S*@|(?<=\\?).+");

    private Addresses() {}

    /** An address, which may hold a secret where it must not. */
    private record Address<T>(Function<String, Optional<T>> reading, Pattern secret, String mend)
            implements Form<T> {
        @Override
        public Optional<T> read(String text) {
            return text.length() <= LONGEST ? reading.apply(text.strip()) : Optional.empty();
        }

        @Override
        public String mend(String text) {
            return mend;
        }

        @Override
        public String shown(String text) {
            return secret.matcher(text).replaceAll("***");
        }
    }

    static Form<Path> file(Path folder) {
        return Forms.of(text -> path(text, folder), "give the path of a file");
    }

    static Form<Path> socket(Path folder) {
        return Forms.of(
                text -> socket(text, folder),
                "give the path of a Unix socket, at most %d bytes".formatted(LONGEST_SOCKET));
    }

    /** {@code unix:/run/fleet.sock}. */
    static Form<Path> unix(Path folder) {
        return Forms.of(
                text ->
                        Optional.of(text)
                                .filter(address -> address.startsWith(UNIX))
                                .flatMap(address ->
                                        socket(address.substring(UNIX.length()), folder)),
                "give unix: and the path of a Unix socket, at most %d bytes"
                        .formatted(LONGEST_SOCKET));
    }

    /** Of a server whose paths are known. */
    static Form<URI> server() {
        return new Address<>(
                text -> http(text).filter(url -> url.getRawQuery() == null),
                SECRET,
                "give http://HOST:PORT or https://HOST:PORT, with a path where there is one, but"
                        + " without a user, a query or a fragment");
    }

    /** Of a receiver, which may want a query. */
    static Form<URI> receiver() {
        return new Address<>(
                Addresses::http,
                HIDDEN,
                "give the URL of a receiver, http or https, without a user or a fragment");
    }

    static Form<String> postgresql() {
        return new Address<>(
                text ->
                        Optional.of(text)
                                .filter(url -> JDBC.matcher(url).matches())
                                .filter(url -> !PASSWORD.matcher(url).find()),
                SECRET,
                "give jdbc:postgresql://HOST:PORT/DATABASE, and the password in passwordFile");
    }

    static Form<ListenAddress> listen() {
        return Forms.of(
                Addresses::listen,
                "give HOST:PORT with a port from 1 to 65535, e.g. 127.0.0.1:8081");
    }

    private static Optional<ListenAddress> listen(String text) {
        Matcher matcher = LISTEN.matcher(text);
        if (!matcher.matches() || !isPort(Integer.parseInt(matcher.group(3)))) {
            return Optional.empty();
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(new ListenAddress(host, Integer.parseInt(matcher.group(3))));
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= MOST_PORT;
    }

    private static Optional<URI> http(String text) {
        try {
            URI url = new URI(text);
            boolean scheme = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean port = url.getPort() == -1 || isPort(url.getPort());
            boolean alone = url.getRawUserInfo() == null && url.getRawFragment() == null;
            return scheme && url.getHost() != null && port && alone
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty(); // The mend of the form says what to give.
        }
    }

    private static Optional<Path> socket(String text, Path folder) {
        return path(text, folder)
                .filter(path ->
                        path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET);
    }

    private static Optional<Path> path(String text, Path folder) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(folder.resolve(text));
        } catch (InvalidPathException e) {
            return Optional.empty(); // Not a path on this system.
        }
    }
}
