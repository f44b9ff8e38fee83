// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.config.Source;
import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hunts for a file that ends in anything but what it says or a refusal with its line: an exception
 * of a parser or a record, a problem without a place, time without bound.
 */
class ConfigurationAdversarialTest {
    private static final Pattern PROBLEM =
            Pattern.compile("plimsoll\\.yaml:(\\d+)(?::\\d+)?: \\S.*: \\S.*");
    private static final int MUTANTS = 400;
    private static final List<String> GARBAGE =
            List.of(
                    "\t",
                    " ",
                    "\n",
                    "\r",
                    "---",
                    "...",
                    "- ",
                    ": ",
                    "? ",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    "#",
                    "'",
                    "\"",
                    "|",
                    ">-",
                    "&a ",
                    "*a",
                    "!!map",
                    "!x ",
                    "%YAML 9.9\n",
                    "@",
                    "`",
                    "<<: *a",
                    "~",
                    "null",
                    "no",
                    "0",
                    "-1",
                    "1e999",
                    "NaN",
                    ".inf",
                    "0x10",
                    "999999999999999999999",
                    "100%",
                    "\"\\0\"",
                    "\"\\q\"",
                    "\u0000",
                    "\u0085",
                    "\u2028",
                    "\ufeff",
                    "\ud83d",
                    "\ud83d\ude00",
                    "unix:",
                    "http://",
                    "jdbc:postgresql:",
                    "[::1]:0",
                    "5s",
                    "5",
                    "a".repeat(300),
                    "[".repeat(40),
                    "spec: {}",
                    "static:replicas=",
                    "predictive:grid",
                    "manual:mon=1",
                    "hpa:target=");

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mutantsOfTheExampleAreReadOrRefusedAtALine(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String example = Files.readString(Path.of("../examples/plimsoll.yaml"));
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutant(example, random);
            Optional<List<String>> problems = problems(mutant);
            problems.ifPresent(
                    lines -> assertThat(lines).allSatisfy(line -> assertPlaced(line, mutant)));
            refused += problems.isPresent() ? 1 : 0;
        }
        assertThat(refused).isBetween(MUTANTS / 2, MUTANTS - 1);
    }

    private static void assertPlaced(String problem, String text) {
        if (!problem.matches("plimsoll\\.yaml: \\d+ more problems")) {
            Matcher matcher = PROBLEM.matcher(problem);
            assertThat(matcher.matches()).as(problem).isTrue();
            assertThat(Integer.parseInt(matcher.group(1)))
                    .as(problem)
                    .isBetween(1, Math.max(1, (int) text.lines().count()) + 1);
        }
    }

    /** What is refused; empty where the file is read. */
    private static Optional<List<String>> problems(String text) {
        try {
            ConfigurationReader.read(List.of(new Source("plimsoll.yaml", text)));
            return Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.of(e.problems());
        }
    }

    private static String mutant(String text, RandomGenerator random) {
        String mutant = text;
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutant = random.nextBoolean() ? ofLines(mutant, random) : ofCharacters(mutant, random);
        }
        return mutant;
    }

    private static String ofLines(String text, RandomGenerator random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return text;
        }
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(other, lines.get(at));
            case 2 -> Collections.swap(lines, at, other);
            case 3 -> lines.set(at, " ".repeat(random.nextInt(6)) + lines.get(at).strip());
            default ->
                    lines.set(
                            at,
                            lines.get(at)
                                    .replaceFirst(
                                            ":.*",
                                            ": "
                                                    + garbage(random)
                                                            .replace("\\", "\\\\")
                                                            .replace("$", "\\$")));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String ofCharacters(String text, RandomGenerator random) {
        int from = random.nextInt(text.length() + 1);
        int until = Math.min(text.length(), from + random.nextInt(20));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + text.substring(until);
            case 1 -> text.substring(0, from) + garbage(random) + text.substring(from);
            case 2 -> text.substring(0, from) + garbage(random) + text.substring(until);
            default -> random.nextInt(8) == 0 ? text.substring(0, from) : text;
        };
    }

    private static String garbage(RandomGenerator random) {
        return GARBAGE.get(random.nextInt(GARBAGE.size()));
    }

    /** Each is repeated until it is as large as a file may be, on many lines. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[",
                "{",
                "[]",
                "- ",
                "? ",
                "a",
                "é",
                "'",
                "\"",
                "\\",
                "\t",
                "!!x ",
                "{a: b}, ",
                "a: b\n",
                "a: &a [b]\n",
                "- a\n",
                "--- \n",
                "#\n",
                "%x\n",
                "|\n ",
                "\n"
            })
    @Timeout(60)
    void filesAsLargeAsTheyMayBeAreRefusedInTime(String piece) {
        String line = piece.contains("\n") ? piece : piece.repeat(1000) + "\n";

        assertThat(problems(line.repeat((4 << 20) / line.length())).orElseThrow())
                .hasSizeLessThan(102)
                .allMatch(problem -> problem.length() < 300);
    }

    @Test
    void aLineAsLargeAsAFileMayBeIsRefusedAtOnce() {
        assertThat(problems("a".repeat(4 << 20)).orElseThrow())
                .containsExactly(
                        "plimsoll.yaml:1: YAML '...': break it, a line has at most 65536"
                                + " characters");
    }

    /** Each of them is another policy; together they are about as large as a file may be. */
    @Test
    @Timeout(60)
    void thousandsOfPoliciesAreRead() {
        StringBuilder text = new StringBuilder(PolicyText.controller("cycle: 30s"));
        for (int i = 0; i < 8000; i++) {
            text.append("---\n")
                    .append(
                            PolicyText.policy(
                                    "/metadata: {name: web-%d}".formatted(i),
                                    "scaleTargetRef: {kind: SimulatedService, name: web-%d}"
                                            .formatted(i)));
        }

        Configuration read =
                ConfigurationReader.read(List.of(new Source("plimsoll.yaml", text.toString())));

        assertThat(text.length()).isBetween(2 << 20, 4 << 20);
        assertThat(read.policies())
                .hasSize(8000)
                .allMatch(policy ->
                        policy.workload().cadence().cycle().equals(Duration.ofSeconds(30)));
    }
}
