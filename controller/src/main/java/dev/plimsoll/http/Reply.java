// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of an answer so far, read as HTTP/1.1: with a length, in chunks, or up to the end of
 * the connection. Bytes are handled as Latin-1 characters, one each.
 */
final class Reply {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})(;.*)?");
    private static final String LINE_END = "\r\n";
    private static final String HEAD_END = LINE_END + LINE_END;

    private final String text;
    private final boolean ended;

    /**
     * What came up to now.
     *
     * @param ended whether nothing more will come
     */
    Reply(byte[] bytes, boolean ended) {
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
        this.ended = ended;
    }

    /** The answer; empty if there is more to come. */
    Optional<Exchange> read() {
        int headEnd = text.indexOf(HEAD_END);
        if (headEnd < 0) {
            return brokenOff(text.isEmpty() ? "nothing came" : "the head breaks off");
        }
        String[] lines = text.substring(0, headEnd).split(LINE_END, -1);
        Matcher status = STATUS.matcher(lines[0]);
        if (!status.matches()) {
            return unreadable("it is not HTTP/1.1");
        }
        String rest = text.substring(headEnd + HEAD_END.length());
        return body(headers(lines), rest)
                .<Exchange>map(body ->
                        new Exchange.Answered(Integer.parseInt(status.group(1)), utf8(body)))
                .or(() -> brokenOff("the body breaks off"));
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return headers;
    }

    private Optional<String> body(Map<String, String> headers, String rest) {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return chunks(rest);
        }
        String length = headers.getOrDefault("content-length", "");
        if (length.isEmpty()) {
            return ended ? Optional.of(rest) : Optional.empty();
        }
        boolean whole = length.matches("\\d{1,9}") && Integer.parseInt(length) <= rest.length();
        return whole ? Optional.of(rest.substring(0, Integer.parseInt(length))) : Optional.empty();
    }

    private static Optional<String> chunks(String rest) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int lineEnd = rest.indexOf(LINE_END, at);
            Matcher size = CHUNK.matcher(lineEnd < 0 ? "" : rest.substring(at, lineEnd));
            if (!size.matches()) {
                return Optional.empty();
            }
            int length = Integer.parseInt(size.group(1), 16);
            at = lineEnd + LINE_END.length();
            if (length == 0) {
                return Optional.of(body.toString());
            }
            if (at + length + LINE_END.length() > rest.length()) {
                return Optional.empty();
            }
            body.append(rest, at, at + length);
            at += length + LINE_END.length();
        }
    }

    private static String utf8(String body) {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private Optional<Exchange> brokenOff(String detail) {
        return ended ? unreadable(detail) : Optional.empty();
    }

    private static Optional<Exchange> unreadable(String detail) {
        return Optional.of(new Exchange.Failed(Exchange.Failure.UNREADABLE, detail));
    }
}
