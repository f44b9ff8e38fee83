// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What a controller told Java's flight recorder of its turns and commits. */
record Recording(List<Turn> turns, List<Commit> commits) {
    private static final String TURN = "plimsoll.Turn";
    private static final String COMMIT = "plimsoll.Commit";

    /**
     * A turn of the loop.
     *
     * @param cycle whether it was a planning cycle, and no look between two
     */
    record Turn(Instant at, Duration took, boolean cycle) {}

    /** A commit of the journal, in bytes. */
    record Commit(Instant at, long readings, long decided, long knowledge) {
        long bytes() {
            return readings + decided + knowledge;
        }
    }

    Recording {
        turns = List.copyOf(turns);
        commits = List.copyOf(commits);
    }

    /** The option that makes a virtual machine record it, from its start to its end. */
    static String option(Path file) {
        return ("-XX:StartFlightRecording:settings=none,dumponexit=true,filename=%s,"
                        + "+%s#enabled=true,+%s#enabled=true")
                .formatted(file, TURN, COMMIT);
    }

    static Recording read(Path file) throws IOException {
        List<Turn> turns = new ArrayList<>();
        List<Commit> commits = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            switch (event.getEventType().getName()) {
                case TURN -> turns.add(turn(event));
                case COMMIT -> commits.add(commit(event));
                default -> {}
            }
        }
        return new Recording(turns, commits);
    }

    /** What began from one instant until before another. */
    Recording between(Instant from, Instant to) {
        return new Recording(
                turns.stream().filter(turn -> isBetween(turn.at(), from, to)).toList(),
                commits.stream().filter(commit -> isBetween(commit.at(), from, to)).toList());
    }

    /** How long planning cycles took. */
    Durations cycles() {
        return durations(true);
    }

    /** How long looks between them took. */
    Durations ticks() {
        return durations(false);
    }

    private Durations durations(boolean cycle) {
        return Durations.of(
                turns.stream().filter(turn -> turn.cycle() == cycle).map(Turn::took).toList());
    }

    private static boolean isBetween(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static Turn turn(RecordedEvent event) {
        return new Turn(event.getStartTime(), event.getDuration(), event.getBoolean("cycle"));
    }

    private static Commit commit(RecordedEvent event) {
        return new Commit(
                event.getStartTime(),
                event.getLong("readings"),
                event.getLong("decisions") + event.getLong("actions"),
                event.getLong("knowledge"));
    }
}
