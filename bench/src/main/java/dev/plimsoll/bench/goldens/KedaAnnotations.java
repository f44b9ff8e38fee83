// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import static dev.plimsoll.bench.goldens.Defaults.check;

import dev.plimsoll.sim.baseline.keda.Annotation;
import dev.plimsoll.sim.baseline.keda.Annotations;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads annotations that are written as {@code name=text}, without their prefix. */
final class KedaAnnotations {
    private KedaAnnotations() {}

    static Annotations parse(List<String> written) {
        Map<Annotation, String> texts = new EnumMap<>(Annotation.class);
        for (String annotation : written) {
            int equals = annotation.indexOf('=');
            check(equals > 0, "annotation '%s': write name=text".formatted(annotation));
            texts.put(named(annotation.substring(0, equals)), annotation.substring(equals + 1));
        }
        return new Annotations(texts);
    }

    private static Annotation named(String name) {
        return switch (name) {
            case "paused" -> Annotation.PAUSED;
            case "paused-replicas" -> Annotation.PAUSED_REPLICAS;
            case "paused-scale-in" -> Annotation.PAUSED_SCALE_IN;
            case "paused-scale-out" -> Annotation.PAUSED_SCALE_OUT;
            case "force-activation" -> Annotation.FORCE_ACTIVATION;
            default ->
                    throw new IllegalArgumentException(
                            "annotation '%s': no rule knows it".formatted(name));
        };
    }
}
