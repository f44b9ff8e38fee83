// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why a client of the JDK has no answer, in words: it often leaves them to the innermost cause, and
 * often that has none.
 */
public final class Unreached {
    private static final int LONGEST = 200;

    private Unreached() {}

    /** A clause; what an innermost cause says may come from the other end, and is cut. */
    public static String why(Throwable thrown) {
        List<Throwable> causes =
                Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause).toList();
        if (has(causes, UnresolvedAddressException.class)) {
            return "nobody knows its name";
        }
        String innermost = oneLine(String.valueOf(causes.getLast().getMessage()));
        if (has(causes, SSLException.class)) {
            return "TLS failed: " + innermost;
        }
        return has(causes, ConnectException.class)
                ? "nobody listens there, or no way leads there"
                : innermost;
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }
}
