// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What upstream's own code computed: a text whose head describes its lines, in cases that each
 * begin with a line {@code case NAME …}. Times in it are seconds since {@link #START}.
 */
final class UpstreamTable {
    static final Instant START = Instant.parse("2024-01-01T07:13:20Z");

    /** The lines of a case, the one that names it first. */
    record Case(List<Line> lines) {
        @Override
        public String toString() {
            return lines.getFirst().text(1);
        }
    }

    /** A line of a file, in words; the first says what kind it is. */
    record Line(int number, List<String> words) {
        String kind() {
            return words.getFirst();
        }

        String text(int word) {
            return words.get(word);
        }

        int integer(int word) {
            return Integer.parseInt(words.get(word));
        }

        long whole(int word) {
            return Long.parseLong(words.get(word));
        }

        double real(int word) {
            return Double.parseDouble(words.get(word));
        }

        Instant time(int word) {
            return START.plusSeconds(whole(word));
        }

        /** The words from there on, as whole numbers. */
        List<Long> wholesFrom(int word) {
            return words.stream().skip(word).map(Long::valueOf).toList();
        }
    }

    private UpstreamTable() {}

    static List<Case> cases(String file) {
        List<Case> cases = new ArrayList<>();
        for (Line line : lines(file)) {
            if (line.kind().equals("case")) {
                cases.add(new Case(new ArrayList<>()));
            }
            cases.getLast().lines().add(line);
        }
        return cases;
    }

    private static List<Line> lines(String file) {
        List<Line> lines = new ArrayList<>();
        List<String> texts = texts(file);
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).startsWith("#")) {
                lines.add(new Line(i + 1, List.of(texts.get(i).split(" ", -1))));
            }
        }
        return lines;
    }

    private static List<String> texts(String file) {
        var stream = Objects.requireNonNull(UpstreamTable.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
