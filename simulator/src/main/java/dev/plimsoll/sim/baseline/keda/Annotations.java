// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The annotations of a scaled object. One whose text is not a boolean counts as true; that it is
 * there is enough for {@link Annotation#PAUSED_REPLICAS}.
 *
 * <p>Source: KEDA 2.21, {@code apis/keda/v1alpha1/scaledobject_types.go}.
 *
 * @param texts what each annotation says
 */
public record Annotations(Map<Annotation, String> texts) {
    /** An object without any. */
    public static final Annotations NONE = new Annotations(Map.of());

    /** Copies them. */
    public Annotations {
        Map<Annotation, String> copy = new EnumMap<>(Annotation.class);
        copy.putAll(texts);
        texts = Collections.unmodifiableMap(copy);
    }

    boolean pauseAll() {
        return texts.containsKey(Annotation.PAUSED_REPLICAS) || isOn(Annotation.PAUSED);
    }

    boolean isOn(Annotation annotation) {
        String text = texts.get(annotation);
        return text != null && !isFalse(text);
    }

    private static boolean isFalse(String text) {
        return switch (text) {
            case "0", "f", "F", "false", "False", "FALSE" -> true;
            default -> false;
        };
    }
}
