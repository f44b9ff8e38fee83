// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Document;
import dev.plimsoll.config.Problems;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.policy.ConfigurationParts.Placed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a controller is told; docs/policy-file.md describes the form.
 *
 * <p>What cannot be used ends in one {@link dev.plimsoll.model.InvalidInputException} with all
 * problems of all files. Thread-safe.
 */
public final class ConfigurationReader {
    private static final int MOST_MEBIBYTES = 4;

    private ConfigurationReader() {}

    /** The text of a file of at most 4 MiB, in UTF-8. */
    public static Source source(Path path) {
        return Source.of(path, MOST_MEBIBYTES);
    }

    /** Reads files that belong together, each of one or more documents. */
    public static Configuration read(List<Source> sources) {
        List<Problems> problems = new ArrayList<>();
        List<Placed> documents = new ArrayList<>();
        for (Source source : sources) {
            Problems own = new Problems(source.name());
            problems.add(own);
            Document.all(source, own, PolicyPart.KIND, ControllerPart.KIND)
                    .forEach(it -> documents.add(new Placed(it, source.folder())));
        }
        ConfigurationParts parts = ConfigurationParts.read(documents);
        parts.check();
        Problems.refuseIfAny(problems);
        return parts.configuration();
    }
}
