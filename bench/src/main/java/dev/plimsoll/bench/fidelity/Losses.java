// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Which lost requests a crash explains: those due before it or while it is noticed, that ended once
 * it had come. Any other says that the measurement itself is broken. Immutable.
 */
final class Losses {
    private static final long NANOS = 1_000_000_000;
    private static final long NOTICED_NANOS = NANOS;

    private final Profile profile;
    private final Recording recording;

    private Losses(Profile profile, Recording recording) {
        this.profile = profile;
        this.recording = recording;
    }

    /** Fails if a request was lost that no crash of the profile explains. */
    static void requireCrash(Profile profile, Recording recording) throws IOException {
        int[] stray = new Losses(profile, recording).unexplained();
        if (stray.length > 0) {
            double due = recording.schedule().sendNanos(stray[0]) / (double) NANOS;
            double ended = recording.endNanos(stray[0]) / (double) NANOS;
            throw new IOException(
                    "%d requests were lost without a crash, the first due at %.3f s, ended at %.3f s: %s"
                            .formatted(
                                    stray.length,
                                    due,
                                    ended,
                                    recording.reason(stray[0]).orElse("no reason is known")));
        }
    }

    private int[] unexplained() {
        return IntStream.range(0, recording.schedule().requests())
                .filter(request -> !recording.isAnswered(request))
                .filter(request -> !isExplained(request))
                .toArray();
    }

    private boolean isExplained(int request) {
        OptionalLong crash = profile.crashNanos();
        return crash.isPresent() && isAround(crash.getAsLong(), request);
    }

    private boolean isAround(long crash, int request) {
        return recording.schedule().sendNanos(request) <= crash + NOTICED_NANOS
                && recording.endNanos(request) >= crash;
    }
}
