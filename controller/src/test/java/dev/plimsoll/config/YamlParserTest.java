// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plimsoll.config.YamlNode.Entries;
import dev.plimsoll.config.YamlNode.Items;
import dev.plimsoll.config.YamlNode.Scalar;
import dev.plimsoll.model.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlParserTest {
    @Test
    void everyNodeKnowsItsLine() {
        List<YamlNode> documents =
                parse("# a comment\na: 1\nb:\n  - x\n  -\n    c: 'null'\n---\n[2]\n");

        Entries top = (Entries) documents.getFirst();
        assertThat(top.entries()).containsOnlyKeys("a", "b");
        assertThat(node(top, "a")).isEqualTo(new Scalar(2, "1", true));
        Items list = (Items) node(top, "b");
        assertThat(list.line()).isEqualTo(4);
        assertThat(list.items().getFirst()).isEqualTo(new Scalar(4, "x", true));
        Entries map = (Entries) list.items().getLast();
        assertThat(map.line()).isEqualTo(6);
        assertThat(node(map, "c")).isEqualTo(new Scalar(6, "null", false));
        assertThat(documents.getLast()).isEqualTo(new Items(8, List.of(new Scalar(8, "2", true))));
    }

    @Test
    void valuesStayText() {
        Entries top =
                (Entries) parse("a: no\nb: 010\nc: 12:30\nd: 2026-01-05\ne: 0x1F\n").getFirst();

        assertThat(top.entries().values())
                .extracting(entry -> entry.node().shown())
                .containsExactly("no", "010", "12:30", "2026-01-05", "0x1F");
    }

    /** In the rows a slash stands for the end of a line and an arrow for a tab. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    tab           | a:/→b: 1          | 2:1: YAML 'b: 1': indent with spaces, not with tabs
                    open bracket  | a: [1, 2/b: 3     | 1:4: YAML 'a: [1, 2': close the bracket that opens here, or put a comma between its items; line 2, column 2 is no part of it
                    open brace    | a: {x: 1          | 1:4: YAML 'a: {x: 1': close the bracket that opens here
                    open quote    | a: "x/b: 3        | 1:4: YAML 'a: "x': close the quote that opens here
                    single quote  | a: 'x/---/b: 3    | 1:4: YAML 'a: 'x': close the quote that opens here
                    indentation   | a: 1/  b: 2       | 2:3: YAML 'b: 2': indent it as what stands beside it
                    outdentation  | a:/  x: 1/ b: 2   | 3:2: YAML 'b: 2': indent it as what stands beside it
                    list and map  | a: 1/- b          | 2:1: YAML '- b': indent it as what stands beside it
                    no colon      | a: 1/b            | 2:1: YAML 'b': put a colon and a space behind the field's name
                    quoted, none  | a: 1/"b"/c: 1     | 2:1: YAML '"b"': put a colon and a space behind the field's name
                    nor there     | a:/  b 1/  c: 2   | 2:3: YAML 'b 1': put a colon and a space behind the field's name
                    no space      | a:1/b: 2          | 1:1: YAML 'a:1': put a colon and a space behind the field's name
                    two colons    | a: b: c           | 1:5: YAML 'a: b: c': put the value in quotes, as it holds a colon
                    quote inside  | a: 'it's'         | 1:8: YAML 'a: 'it's'': put all of the value in one pair of quotes; '' stands for ' within single ones
                    at sign       | a: @x             | 1:4: YAML 'a: @x': put the value in quotes, as it begins with @
                    lone star     | a: *              | 1:5: YAML 'a: *': put the value in quotes, as it begins with *
                    lone and sign | a: & x            | 1:5: YAML 'a: & x': put the value in quotes, as it begins with &
                    brace too few | a: }              | 1:4: YAML 'a: }': leave the '}' out, or put the value in quotes
                    parser's word | a: ? b            | 1:4: YAML 'a: ? b': mapping keys are not allowed here
                    anchor        | a: &x 1           | 1: YAML '&x': anchors are not supported; leave it out
                    alias         | a: *x             | 1: YAML '*x': aliases are not supported; write it out
                    merge         | a: 1/<<: *x       | 2: YAML '*x': aliases are not supported; write it out
                    Java class    | a: !!java.net.URL [x] | 1: YAML '!!java.net.URL': tags are not supported; leave it out
                    own tag       | a: !mine x        | 1: YAML '!mine': tags are not supported; leave it out
                    standard tag  | a: !!str 1        | 1: YAML '!!str': tags are not supported; leave it out
                    duplicate key | a: 1/b: 2/a: 3    | 3: key 'a': stands on line 1 already; keep one
                    list as a key | [a, b]: 1         | 1: key '[...]': give text
                    bad character | a: 1/b: \u0007x   | 2: character 'U+0007': give printable text
                    bad escape    | a: "\\q"          | 1:6: YAML 'a: "\\q"': write \\\\ for a backslash, or use single quotes
                    """)
    void tellsWhereItIsNotYamlForSettings(String name, String text, String problem) {
        String lines = text.replace('/', '\n').replace('→', '\t') + "\n";

        assertThat(problems(lines)).containsExactly("x.yaml:" + problem);
    }

    @Test
    void readsOnBehindWhatItRefuses() {
        assertThat(problems("a: *x\nb: !mine y\nb: &z 3\n"))
                .containsExactly(
                        "x.yaml:1: YAML '*x': anchors and aliases are not supported, and there are"
                                + " 2; write out what they stand for",
                        "x.yaml:2: YAML '!mine': tags are not supported; leave it out",
                        "x.yaml:3: key 'b': stands on line 2 already; keep one");
    }

    @Test
    void nothingGrowsWhenItIsRead() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }

        assertThat(problems(bomb.toString()))
                .containsExactly(
                        "x.yaml:1: YAML '&a0': anchors and aliases are not supported, and there are"
                                + " 118; write out what they stand for");
    }

    @Test
    void refusesWhatIsNestedWithoutBound() {
        assertThat(problems("a: *x\nb: " + "[".repeat(40) + "]".repeat(40) + "\nc: *x\n"))
                .containsExactly(
                        "x.yaml:1: YAML '*x': aliases are not supported; write it out",
                        "x.yaml:2: YAML '...': nest at most 32 levels deep");
        assertThat(problems("[".repeat(100_000))).hasSize(1);
        assertThatCode(() -> parse("a: " + "[".repeat(31) + "]".repeat(31)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesALineThatTakesTooLongToRead() {
        assertThat(problems("a: 1\nb: " + "x".repeat(1 << 16) + "\n"))
                .containsExactly(
                        "x.yaml:2: YAML '...': break it, a line has at most 65536 characters");
        assertThat(parse("b: " + "x".repeat((1 << 16) - 3))).hasSize(1);
    }

    private static YamlNode node(Entries map, String key) {
        YamlNode.Entry entry = map.entries().get(key);
        if (entry == null) {
            throw new AssertionError("no " + key);
        }
        return entry.node();
    }

    private static List<YamlNode> parse(String text) {
        Problems problems = new Problems("x.yaml");
        List<YamlNode> documents = YamlParser.parse(new Source("x.yaml", text), problems);
        problems.refuseIfAny();
        return documents;
    }

    private static List<String> problems(String text) {
        try {
            throw new AssertionError("there is no problem with " + parse(text));
        } catch (InvalidInputException e) {
            return e.problems();
        }
    }
}
