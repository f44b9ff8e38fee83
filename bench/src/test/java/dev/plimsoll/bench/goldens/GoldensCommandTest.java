// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.cli.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GoldensCommandTest {
    private static final String FILE = "hpa-single.jsonl";

    @TempDir private Path folder;
    private String line = "";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void takeOneLine() throws IOException, URISyntaxException {
        line = Files.readAllLines(Resources.folder("goldens").resolve(FILE)).getFirst();
    }

    @Test
    void agreementIsExitCodeZero() throws IOException {
        write(line);

        assertThat(run()).isZero();
        assertThat(out())
                .isEqualToIgnoringNewLines(
                        """
                        set         cases  mismatches
                        ----------  -----  ----------
                        hpa-single      1           0
                        """);
        assertThat(err()).isEmpty();
    }

    @Test
    void aMismatchIsShownWithWhatWasGivenAndExpected() throws IOException {
        write(line.replace("\"desired\":17", "\"desired\":18"));

        assertThat(run()).isEqualTo(1);
        assertThat(err())
                .startsWith("hpa-single-public-0001, the one call")
                .contains("input     {\"case\":\"hpa-single-public-0001\"")
                .contains("expected  {\"desired\":18,\"usageMilli\":8472}")
                .contains("got       {\"desired\":17,\"usageMilli\":8472}");
    }

    @Test
    void onlyTheFirstMismatchesOfASetAreShown() throws IOException {
        String wrong = line.replace("\"desired\":17", "\"desired\":18");
        write(String.join("\n", wrong, wrong, wrong, wrong, wrong));

        assertThat(run()).isEqualTo(1);
        assertThat(err().split("got   ", -1)).hasSize(1 + 3);
        assertThat(out()).contains("hpa-single      5           5");
    }

    @Test
    void jsonHasAFigureForEachSet() throws IOException {
        write(line);

        assertThat(run("-o", "json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out());
        assertThat(json.get("schema").asText()).isEqualTo("plimsoll.dev/goldens/v1");
        assertThat(json.get("sets").toString())
                .isEqualTo("[{\"set\":\"hpa-single\",\"cases\":1,\"mismatches\":0}]");
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"target\":3000 | \"target\":3000,\"aim\":1 | unknown field 'aim': take it out, or"
                        + " write one of call,",
                "\"target\":3000 | \"target\":3000.5 | target '3000.5': give a whole number",
                "\"target\":3000 | \"target\":\"3000\" | target '3000': give a whole number",
                "\"target\":3000 | \"target\":null | target 'null': give a whole number",
                "\"target\":3000, | '' | target '': it is missing; give a whole number",
                "\"phase\":\"Running\" | \"phase\":\"Runing\" | pods[0].phase 'Runing': choose"
                        + " from Failed,",
                "\"ready\":\"True\" | \"ready\":true | pods[0].ready 'true': give a text",
                "\"metricsError\":false | \"metricsError\":0 | metricsError '0': give true or"
                        + " false",
                "\"toleranceUp\":0.1 | \"toleranceUp\":\"0.1\" | toleranceUp '0.1': give a"
                        + " number"
            })
    void aFieldThatIsWrongIsNamed(String from, String to, String problem) throws IOException {
        write(line + "\n" + line.replaceFirst(from.replace("{", "\\{"), to));

        assertThat(run()).isEqualTo(2);
        assertThat(err()).startsWith("plimsoll: " + folder.resolve(FILE) + ":2: ");
        assertThat(err()).contains(problem);
        assertThat(out()).isEmpty();
    }

    @Test
    void aLineThatIsCutOffIsNamedWithTheFieldInWhichItEnds() throws IOException {
        write(line + "\n" + line.substring(0, line.indexOf("\"startAge") + 12));

        assertThat(run()).isEqualTo(2);
        assertThat(err()).startsWith("plimsoll: " + folder.resolve(FILE) + ":2: pods.0.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'', one JSON object a line",
        "[], one JSON object a line",
        "{} {}, nothing after it"
    })
    void aLineThatIsNoObjectIsRefused(String other, String problem) throws IOException {
        write(line + "\n" + other + "\n" + line);

        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains(FILE + ":2: ").contains(problem);
    }

    @Test
    void bracketsThatDoNotMatchAreRefused() throws IOException {
        write(line.replace("\"expect\":{", "\"expect\":[{"));

        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains(FILE + ":1: expect").contains("restore the line");
    }

    @Test
    void aFileWithoutACaseIsRefused() throws IOException {
        Files.writeString(folder.resolve(FILE), "");

        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains(FILE + ": lines '0': there is no case in it");
    }

    @ParameterizedTest(name = "{1} as {2}")
    @CsvSource({
        "kpa-series, '\"stableWindowSeconds\":60', '\"stableWindowSeconds\":-1'",
        "kpa-series, '\"initialReady\":1', '\"initialReady\":-1'",
        "hpa-single, '\"currentReplicas\":6', '\"currentReplicas\":-6'",
        "hpa-single, '\"currentReplicas\":6', '\"currentReplicas\":99999999999'"
    })
    void whatNoPeerCanBeAskedIsRefusedAtItsLine(String set, String from, String to)
            throws Exception {
        String first =
                Files.readAllLines(Resources.folder("goldens").resolve(set + ".jsonl")).getFirst();
        assertThat(first).contains(from);
        Files.writeString(folder.resolve(set + ".jsonl"), first.replaceFirst(from, to));

        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains(set + ".jsonl:1: ").doesNotContain("\tat ", "jackson");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Files.write(folder.resolve(FILE), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});

        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains(FILE).contains("give a text file in UTF-8");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() throws IOException {
        write(line.replace("\"target\":3000", "\"target\":3000,\"target\":3000"));

        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains(FILE + ":1: ").contains("target");
    }

    @Test
    void aFileOfNoKindIsRefused() throws IOException {
        Files.writeString(folder.resolve("other.jsonl"), line);

        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("other.jsonl").contains("a kind must be in it: hpa-single,");
    }

    @Test
    void aFolderWithoutGoldensIsRefused() {
        assertThat(run()).isEqualTo(2);
        assertThat(err())
                .contains(folder.toString())
                .contains("name the folder of the golden files");
    }

    @Test
    void aFolderThatDoesNotExistIsRefused() {
        int code = runOn(folder.resolve("gone"));

        assertThat(code).isEqualTo(2);
        assertThat(err()).contains("gone").contains("there is no such folder");
    }

    @Test
    void anUnknownFormIsRefused() throws IOException {
        write(line);

        assertThat(run("-o", "xml")).isEqualTo(2);
        assertThat(err()).contains("-o: form 'xml': choose from table, json");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve(FILE), text);
    }

    private int run(String... options) {
        return runOn(folder, options);
    }

    private int runOn(Path goldens, String... options) {
        var runner = new CommandRunner(print(out), print(err));
        String[] arguments = new String[options.length + 1];
        arguments[0] = goldens.toString();
        System.arraycopy(options, 0, arguments, 1, options.length);
        return runner.run(
                new CommandLine(new GoldensCommand(runner.out(), runner.err())), arguments);
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
