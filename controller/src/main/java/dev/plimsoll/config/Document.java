// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import java.util.List;
import java.util.Optional;

/**
 * A document in the shape of a Kubernetes object.
 *
 * @param name of the object
 * @param metadata what else is said about the object, without its problems
 * @param spec what it says, without its problems
 */
public record Document(String kind, Found<String> name, Fields metadata, Field spec) {
    private static final String VERSION = "plimsoll.dev/v1alpha1";

    /**
     * The only document of a file.
     *
     * @param kind what it must be
     * @return empty where it is none, for a reason that is among the problems
     */
    public static Optional<Document> only(String kind, Source source, Problems problems) {
        List<YamlNode> documents = YamlParser.parse(source, problems);
        if (!problems.isEmpty() && documents.isEmpty()) {
            return Optional.empty();
        }
        if (documents.size() != 1) {
            int line = documents.isEmpty() ? 1 : documents.get(1).line();
            problems.add(line, "document", "", "give one document in the file, of kind " + kind);
            return Optional.empty();
        }
        Optional<Document> only = of(top(documents.getFirst(), problems), kind);
        only.ifPresent(document -> document.metadata().only("name"));
        return only;
    }

    /**
     * All documents of a file, of which it must have one; what is empty between two lines of {@code
     * ---} is none.
     *
     * @param kinds what each must be one of
     * @return an empty one for what cannot be used, for a reason that is among the problems
     */
    public static List<Optional<Document>> all(Source source, Problems problems, String... kinds) {
        List<Field> tops =
                YamlParser.parse(source, problems).stream()
                        .map(document -> top(document, problems))
                        .filter(Field::isWritten)
                        .toList();
        if (tops.isEmpty() && problems.isEmpty()) {
            String mend = "give documents of kind " + String.join(" or ", kinds);
            problems.add(1, "document", "", mend);
        }
        return tops.isEmpty()
                ? List.of(Optional.empty())
                : tops.stream().map(top -> of(top, kinds)).toList();
    }

    private static Field top(YamlNode document, Problems problems) {
        return Field.of(problems, document.line(), "", document);
    }

    private static Optional<Document> of(Field top, String... kinds) {
        Fields fields = top.fields();
        Optional<String> kind = fields.field("kind").read(Forms.choice(kinds)).content();
        boolean current =
                fields.field("apiVersion").read(Forms.choice(VERSION)).content().isPresent();
        if (kind.isEmpty() || !current) {
            return Optional.empty(); // Of another kind or version all else would be a problem.
        }
        fields.only("apiVersion", "kind", "metadata", "spec");
        Fields metadata = fields.field("metadata").fields();
        Found<String> name = metadata.field("name").read(Forms.name());
        return Optional.of(new Document(kind.get(), name, metadata, fields.field("spec")));
    }
}
