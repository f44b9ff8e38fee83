// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of an answer so far, read as HTTP/1.1: with a length, in chunks, or up to the end of
 * the connection. What was read once is not read again when more comes. Not thread-safe.
 */
final class Reply {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})(;.*)?");
    private static final String LINE_END = "\r\n";
    private static final String HEAD_END = LINE_END + LINE_END;

    /** Longer than any head. */
    private static final int LONGEST_HEAD = 1 << 16;

    /** Longer than the line before any chunk. */
    private static final int LONGEST_LINE = 1 << 10;

    private byte[] bytes = new byte[LONGEST_HEAD];
    private int size;
    private Optional<Head> head = Optional.empty();

    /** Up to where chunks have been read, and what they held. */
    private int chunksRead;

    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    /**
     * The head of an answer.
     *
     * @param end where the body begins
     */
    private record Head(int status, Map<String, String> headers, int end) {
        boolean isChunked() {
            return headers.getOrDefault("transfer-encoding", "").equals("chunked");
        }

        /** As it is given; empty if it is not. */
        String length() {
            return headers.getOrDefault("content-length", "");
        }
    }

    /** Takes in what came next. */
    void add(byte[] part, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
        }
        System.arraycopy(part, 0, bytes, size, length);
        size += length;
    }

    int size() {
        return size;
    }

    /**
     * The answer; empty if there is more to come.
     *
     * @param ended whether nothing more will come
     */
    Optional<Exchange> read(boolean ended) {
        if (head.isEmpty()) {
            String text = text(0, Math.min(size, LONGEST_HEAD));
            int headEnd = text.indexOf(HEAD_END);
            if (headEnd < 0) {
                String detail = size == 0 ? "nothing came" : "the head breaks off";
                return ended ? unreadable(detail) : Optional.empty();
            }
            head = head(text.substring(0, headEnd));
        }
        return head.map(known -> answer(known, ended))
                .orElseGet(() -> unreadable("it is not HTTP/1.1"));
    }

    private static Optional<Head> head(String text) {
        String[] lines = text.split(LINE_END, -1);
        Matcher status = STATUS.matcher(lines[0]);
        if (!status.matches()) {
            return Optional.empty();
        }
        int end = text.length() + HEAD_END.length();
        return Optional.of(new Head(Integer.parseInt(status.group(1)), headers(lines), end));
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

    private Optional<Exchange> answer(Head known, boolean ended) {
        Optional<Exchange> whole =
                body(known, ended).map(body -> new Exchange.Answered(known.status(), body));
        return whole.isEmpty() && ended ? unreadable("the body breaks off") : whole;
    }

    private Optional<String> body(Head known, boolean ended) {
        if (known.isChunked()) {
            return chunks(known);
        }
        if (known.length().isEmpty()) {
            return ended ? Optional.of(utf8(known.end(), size)) : Optional.empty();
        }
        boolean whole =
                LENGTH.matcher(known.length()).matches()
                        && Integer.parseInt(known.length()) <= size - known.end();
        return whole
                ? Optional.of(utf8(known.end(), known.end() + Integer.parseInt(known.length())))
                : Optional.empty();
    }

    /** Reads on from the first chunk that was not whole. */
    private Optional<String> chunks(Head known) {
        chunksRead = Math.max(chunksRead, known.end());
        while (true) {
            String line = text(chunksRead, Math.min(size, chunksRead + LONGEST_LINE));
            int lineEnd = line.indexOf(LINE_END);
            Matcher length = CHUNK.matcher(lineEnd < 0 ? "" : line.substring(0, lineEnd));
            if (!length.matches()) {
                return Optional.empty();
            }
            int begin = chunksRead + lineEnd + LINE_END.length();
            int end = begin + Integer.parseInt(length.group(1), 16);
            if (end + LINE_END.length() > size) {
                return Optional.empty();
            }
            if (begin == end) {
                return Optional.of(chunks.toString(StandardCharsets.UTF_8));
            }
            chunks.write(bytes, begin, end - begin);
            chunksRead = end + LINE_END.length();
        }
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String utf8(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static Optional<Exchange> unreadable(String detail) {
        return Optional.of(new Exchange.Failed(Exchange.Failure.UNREADABLE, detail));
    }
}
