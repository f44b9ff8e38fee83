// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Found;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The servers that answer queries.
 *
 * @param readable whether there is a list, or nothing
 */
record SourcesPart(List<SourcePart> sources, boolean readable) {
    static SourcesPart read(Field field, Path folder) {
        List<SourcePart> sources =
                field.items().stream().map(item -> SourcePart.read(item, folder)).toList();
        return new SourcesPart(sources, !field.isWritten() || field.isList());
    }

    void check(Found<Duration> cycle) {
        sources.forEach(source -> source.check(cycle));
        Repeats.refuse(sources, source -> source.name().content(), SourcePart::name);
    }

    /** Whether all of them have a name, so that what is not among them is nowhere. */
    boolean areNamed() {
        return readable && sources.stream().allMatch(source -> source.name().isUsable());
    }

    Stream<String> names() {
        return sources.stream().map(source -> source.name().value());
    }

    List<PrometheusSource> read() {
        return sources.stream().map(SourcePart::source).toList();
    }
}
