// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Series that were asked for in parts, put together in the order of time. Not thread-safe. */
final class JoinedSeries {
    private final Map<Labels, List<Sample>> samples = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    /** The next part. */
    void add(Answer.Told<Series> part) {
        warnings.addAll(part.warnings());
        for (Series series : part.rows()) {
            List<Sample> known = samples.computeIfAbsent(series.labels(), _ -> new ArrayList<>());
            series.samples().stream()
                    .filter(sample -> sample.at().isAfter(newest(known)))
                    .forEach(known::add);
        }
    }

    /** Each instant once, whatever servers repeat at the seams. */
    private static Instant newest(List<Sample> known) {
        return known.isEmpty() ? Instant.MIN : known.getLast().at();
    }

    Answer.Told<Series> told() {
        List<Series> series = new ArrayList<>();
        samples.forEach((labels, values) -> series.add(new Series(labels, values)));
        return new Answer.Told<>(series, warnings.stream().distinct().toList());
    }
}
