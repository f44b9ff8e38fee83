// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.workload.NamedTime;
import dev.plimsoll.sim.workload.TimesReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The origins that a person named in a file, one time a line in any order. Each stands for the
 * newest sample at or before it; those that stand for the same sample are one.
 *
 * @param origins the samples' indices
 * @param between how many times are not a sample's own
 * @param repeated how many stand for a sample that another stands for already
 */
record OriginsFile(Path file, NavigableSet<Integer> origins, int between, int repeated) {
    private static final long MOST_STEPS = 1_000_000;

    static OriginsFile read(Path file, TraceSamples samples) {
        List<NamedTime> times = new TimesReader(samples.trace(), samples.start()).read(file);
        NavigableSet<Integer> origins = new TreeSet<>();
        int between = 0;
        for (NamedTime time : times) {
            int origin = samples.newestAt(time.seconds()).orElseThrow(() -> early(time));
            between += samples.isSampledAt(origin, time.seconds()) ? 0 : 1;
            origins.add(origin);
        }
        return new OriginsFile(file, origins, between, times.size() - origins.size());
    }

    /** Refuses more forecasts of so many steps than anybody could hold. */
    void requireFeasible(int steps) {
        if (origins.size() * (long) steps > MOST_STEPS) {
            throw new InvalidInputException(
                    "--origins-at",
                    "origins",
                    String.valueOf(origins.size()),
                    "forecasts of %d steps each would be over %d: shorten --horizon or name fewer"
                            .formatted(steps, MOST_STEPS));
        }
    }

    /** What a person may not have meant, if anything. */
    Optional<String> note() {
        List<String> parts = new ArrayList<>();
        if (between > 0) {
            parts.add(between + " moved to the sample before");
        }
        if (repeated > 0) {
            parts.add(repeated + " left out as repeated");
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "plimsoll: %s: %d times: %s"
                                .formatted(
                                        file, origins.size() + repeated, String.join(", ", parts)));
    }

    private static InvalidInputException early(NamedTime time) {
        return time.invalid("no sample is complete by then: give a later time");
    }
}
