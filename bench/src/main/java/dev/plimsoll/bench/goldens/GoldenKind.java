// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of golden files, and what one line of each is. */
enum GoldenKind {
    HPA_SINGLE("hpa-single", HpaSingleCase.class),
    HPA_RECONCILE("hpa-reconcile", HpaSeriesCase.class),
    HPA_SERIES("hpa-series", HpaSeriesCase.class),
    KPA_SERIES("kpa-series", KpaSeriesCase.class),
    KPA_ZERO("kpa-zero", KpaZeroCase.class),
    KEDA_SERIES("keda-series", KedaSeriesCase.class),
    KEDA_FALLBACK("keda-fallback", KedaFallbackCase.class);

    private final String label;
    private final Class<? extends GoldenCase> line;

    GoldenKind(String label, Class<? extends GoldenCase> line) {
        this.label = label;
        this.line = line;
    }

    /** The record that mirrors a line. */
    Class<? extends GoldenCase> line() {
        return line;
    }

    /** The kind that a file's name has in it. */
    static Optional<GoldenKind> of(String file) {
        return Arrays.stream(values()).filter(kind -> file.contains(kind.label)).findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(kind -> kind.label).collect(Collectors.joining(", "));
    }
}
