// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.config.Source;
import dev.plimsoll.config.workload.Signals;
import dev.plimsoll.model.Mode;
import dev.plimsoll.telemetry.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The reference page says what the reader does. */
class PolicyFilePageTest {
    private static final String PAGE = page();
    private static final String POLICY = between("## `ScalingPolicy`", "## `Controller`");
    private static final String CONTROLLER = between("## `Controller`", "## Not supported yet");
    private static final String NOT_YET = PAGE.substring(PAGE.indexOf("## Not supported yet"));
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** One row of a table of fields. */
    record Row(boolean ofController, String field, String otherwise, String meaning) {
        static Row of(boolean ofController, String line) {
            String[] cells = line.split(" \\| ", 4);
            return new Row(ofController, code(cells[0]), cells[2], cells[3]);
        }

        boolean hasDefault() {
            return otherwise.startsWith("`");
        }

        /** The least that its document says, and what the field needs beside it. */
        private Map<String, Object> least() {
            Map<String, Object> least =
                    load(ofController ? PolicyText.controller() : PolicyText.policy());
            if (meaning.contains("` only:")) {
                set(least, "spec.state.kind", code(meaning));
            }
            return least;
        }

        private Configuration read(Map<String, Object> document) {
            String text = new Yaml().dump(document);
            return ofController
                    ? PolicyText.read(text, PolicyText.policy())
                    : PolicyText.read(PolicyText.controller(), text);
        }

        private List<String> problems(Map<String, Object> document) {
            String text = new Yaml().dump(document);
            return ofController
                    ? PolicyText.problems(text, PolicyText.policy())
                    : PolicyText.problems(PolicyText.controller(), text);
        }

        @Override
        public String toString() {
            return field;
        }
    }

    static Stream<Row> defaults() {
        return rows().filter(Row::hasDefault);
    }

    static Stream<Row> required() {
        return rows().filter(row -> row.otherwise().equals("required"))
                .filter(row -> !row.field().startsWith("webHooks")); // of a list that may be empty
    }

    private static Stream<Row> rows() {
        return Stream.concat(
                fields(POLICY).map(line -> Row.of(false, line)),
                fields(CONTROLLER).map(line -> Row.of(true, line)));
    }

    /** The rows of the tables with a field, its form, its default and its meaning. */
    private static Stream<String> fields(String section) {
        return section.lines()
                .filter(line -> line.startsWith("| `") && line.split(" \\| ", 4).length == 4);
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void whatItCallsTheDefaultIsTheDefault(Row row) {
        Map<String, Object> told = row.least();
        set(told, "spec." + row.field(), new Yaml().load(code(row.otherwise())));

        assertThat(row.read(told)).isEqualTo(row.read(row.least()));
    }

    @ParameterizedTest
    @MethodSource("required")
    void whatItCallsRequiredIsRequired(Row row) {
        Map<String, Object> without = row.least();
        set(without, "spec." + row.field(), "");

        assertThat(row.problems(without))
                .anyMatch(line ->
                        line.contains(" spec.%s '': ".formatted(row.field().replace("[]", "[0]"))));
    }

    @Test
    void hasEveryFieldOfTheTop() {
        assertThat(rows().map(row -> row.field().split("[.\\[]", -1)[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        known(
                                                PolicyText.problems(
                                                        PolicyText.controller(),
                                                        PolicyText.policy("zzzz: 1"))),
                                        known(
                                                PolicyText.problems(
                                                        PolicyText.controller("zzzz: 1"),
                                                        PolicyText.policy())))
                                .toList());
    }

    /** What is told to choose from. */
    private static Stream<String> known(List<String> problems) {
        return Arrays.stream(problems.getFirst().split("choose from ", -1)[1].split(", ", -1));
    }

    @Test
    void hasEverySignalThatCanBeReadWithItsUnits() {
        List<String> rows = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            if (signal != Signal.PUSHED_DEMAND) {
                rows.add("%s: %s".formatted(Signals.name(signal), Unit.byLabel(signal).keySet()));
            }
        }

        assertThat(
                        POLICY.lines()
                                .filter(line -> line.matches("\\| \\w+ \\| `.*"))
                                .map(line -> line.split(" \\| ", -1))
                                .map(cells -> cells[0].substring(2) + ": " + codes(cells[2])))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    static Stream<Row> notYet() {
        return NOT_YET.lines()
                .filter(line -> line.startsWith("| `") && !line.contains("a second entry"))
                .flatMap(line ->
                        codes(line.split(" \\| ", 2)[0]).stream()
                                .map(code -> new Row(line.contains("(of a"), code, "", "")));
    }

    @ParameterizedTest
    @MethodSource("notYet")
    void whatItCallsNotSupportedIsRefused(Row row) {
        String path = row.field().split(": ", 2)[0];
        boolean kind = Character.isUpperCase(path.charAt(0)) || path.endsWith("Ref.kind");
        String field = kind ? "scaleTargetRef.kind" : path;
        String place = field.startsWith("metadata.") ? field : "spec." + field;
        Map<String, Object> told = row.least();
        set(told, place, row.field().substring(row.field().indexOf(": ") + 1).strip());

        assertThat(row.problems(told))
                .anyMatch(line ->
                        line.contains(" %s '".formatted(place.replace("[]", "[0]")))
                                && line.contains("is not supported yet; "));
    }

    @Test
    void itsSmallestFileIsWhole() {
        int start = PAGE.indexOf("```yaml\n") + "```yaml\n".length();
        String text = PAGE.substring(start, PAGE.indexOf("```", start));

        Configuration read = ConfigurationReader.read(List.of(new Source("mine.yaml", text)));

        assertThat(read.policies())
                .singleElement()
                .extracting(ScalingPolicy::name)
                .isEqualTo("web");
    }

    @ParameterizedTest
    @CsvSource({"web, OBSERVE, 3", "checkout, ACT, 2"})
    void theExampleIsWhole(String name, Mode mode, int least) {
        Source example = ConfigurationReader.source(Path.of("../examples/plimsoll.yaml"));

        Configuration read = ConfigurationReader.read(List.of(example));

        assertThat(read.controller()).isPresent();
        assertThat(read.policies())
                .filteredOn(policy -> policy.name().equals(name))
                .singleElement()
                .satisfies(
                        policy -> assertThat(policy.mode()).isEqualTo(mode),
                        policy -> assertThat(policy.metrics()).hasSizeGreaterThanOrEqualTo(least));
    }

    private static Map<String, Object> load(String text) {
        return new Yaml().load(text);
    }

    /**
     * Puts a value at a path such as {@code spec.sources[].timeout}, in the first item of a list.
     */
    private static void set(Map<String, Object> document, String path, Object value) {
        String[] steps = path.split("\\.", -1);
        Map<String, Object> map = document;
        for (String step : Arrays.asList(steps).subList(0, steps.length - 1)) {
            map = step.endsWith("[]") ? first(map, step.replace("[]", "")) : inner(map, step);
        }
        map.put(steps[steps.length - 1], value);
    }

    @SuppressWarnings("unchecked") // what the test put there itself
    private static Map<String, Object> inner(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.computeIfAbsent(key, _ -> new LinkedHashMap<>());
    }

    @SuppressWarnings("unchecked") // what the test put there itself
    private static Map<String, Object> first(Map<String, Object> map, String key) {
        return ((List<Map<String, Object>>) map.get(key)).getFirst();
    }

    private static String code(String cell) {
        return codes(cell).getFirst();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    private static String between(String start, String end) {
        return PAGE.substring(PAGE.indexOf(start), PAGE.indexOf(end));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/policy-file.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
