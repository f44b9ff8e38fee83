// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import java.util.List;
import java.util.Optional;

/**
 * A document in the shape of a Kubernetes object.
 *
 * @param name of the object
 * @param spec what it says, without its problems
 */
public record Document(Found<String> name, Field spec) {
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
        return of(kind, Field.of(problems, documents.getFirst().line(), "", documents.getFirst()));
    }

    private static Optional<Document> of(String kind, Field top) {
        Fields fields = top.fields();
        boolean known = fields.field("kind").read(Forms.choice(kind)).content().isPresent();
        boolean current =
                fields.field("apiVersion").read(Forms.choice(VERSION)).content().isPresent();
        if (!known || !current) {
            return Optional.empty(); // Of another kind or version all else would be a problem.
        }
        fields.only("apiVersion", "kind", "metadata", "spec");
        Fields metadata = fields.field("metadata").fields().only("name");
        return Optional.of(
                new Document(metadata.field("name").read(Forms.name()), fields.field("spec")));
    }
}
