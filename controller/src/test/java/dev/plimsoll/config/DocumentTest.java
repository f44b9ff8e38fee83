// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    private static final String HEADER = "apiVersion: plimsoll.dev/v1alpha1\nkind: Thing\n";

    @Test
    void hasANameAndASpec() {
        Problems problems = new Problems("x.yaml");
        Source source = new Source("x.yaml", HEADER + "metadata: {name: web}\nspec: {size: 3}\n");

        Document document = Document.only("Thing", source, problems).orElseThrow();

        assertThat(document.name().value()).isEqualTo("web");
        assertThat(document.spec().fields().field("size").read(Forms.whole(1, 9)).value())
                .isEqualTo(3);
        assertThat(problems.isEmpty()).isTrue();
    }

    /** In the rows a slash stands for the end of a line and H for the first two lines. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    empty        |                                  | 1: document '': give one document in the file, of kind Thing
                    only a note  | # nothing                        | 1: document '': give one document in the file, of kind Thing
                    two          | a: 1/---/b: 2                    | 3: document '': give one document in the file, of kind Thing
                    text         | hello                            | 1: document 'hello': give a map, with a field and its value on each line
                    other kind   | apiVersion: plimsoll.dev\\v1alpha1/kind: Deployment/spec: {x: 1} | 2: kind 'Deployment': choose from Thing
                    near kind    | apiVersion: plimsoll.dev\\v1alpha1/kind: thing | 2: kind 'thing': did you mean Thing?
                    no kind      | apiVersion: plimsoll.dev\\v1alpha1 | 1: kind '': is required; choose from Thing
                    other system | apiVersion: v1/kind: Thing       | 1: apiVersion 'v1': choose from plimsoll.dev\\v1alpha1
                    no name      | H/spec: {}                       | 1: metadata.name '': is required; give 1 to 63 small letters, digits and '-', e.g. web-1
                    labels       | H/metadata: {name: a, labels: {}} | 3: metadata.labels '{...}': there is no such field; choose from name
                    status       | H/metadata: {name: a}/status: {} | 4: status '{...}': there is no such field; choose from apiVersion, kind, metadata, spec
                    """)
    void tellsWhyItIsNotOfTheKind(String name, String text, String problem) {
        String lines =
                text == null
                        ? ""
                        : text.replace("H/", HEADER.replace("dev/v1", "dev\\v1"))
                                .replace('/', '\n');

        assertThat(problems(lines.replace("dev\\v1", "dev/v1")))
                .containsExactly("x.yaml:" + problem.replace('\\', '/'));
    }

    private static List<String> problems(String text) {
        Problems problems = new Problems("x.yaml");
        Document.only("Thing", new Source("x.yaml", text), problems);
        try {
            problems.refuseIfAny();
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems();
        }
    }
}
