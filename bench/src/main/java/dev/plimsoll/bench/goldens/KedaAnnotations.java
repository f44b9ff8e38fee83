// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Fields.check;

import dev.plimsoll.sim.baseline.keda.Annotation;
import dev.plimsoll.sim.baseline.keda.Annotations;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads annotations that are written as {@code name=text}, without their prefix. */
final class KedaAnnotations {
    private KedaAnnotations() {}

    /** Those that a rule knows; upstream, too, leaves others alone. */
    static Annotations parse(List<String> written) {
        Map<Annotation, String> texts = new EnumMap<>(Annotation.class);
        for (String annotation : written) {
            int equals = annotation.indexOf('=');
            check(equals > 0, "write name=text");
            String text = annotation.substring(equals + 1);
            named(annotation.substring(0, equals)).ifPresent(known -> texts.put(known, text));
        }
        return new Annotations(texts);
    }

    private static Optional<Annotation> named(String name) {
        return Stream.of(Annotation.values())
                .filter(known ->
                        known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst();
    }
}
