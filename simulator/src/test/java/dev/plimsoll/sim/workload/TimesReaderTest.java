// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesReaderTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @TempDir private Path folder;

    @Test
    void countsFromTheFirstSample() throws IOException {
        Trace trace = TraceReader.read(write("trace.csv", "timestamp_s,value\n7,1\n17,2\n27,3\n"));

        assertThat(trace.firstSeconds()).isEqualTo(7);
        assertThat(times(trace, "17\n\n36.9\n2026-01-05T00:00:02Z\n"))
                .extracting(NamedTime::seconds)
                .containsExactly(10.0, 29.9, 2.0);
    }

    @Test
    void secondsBesideIsoTimesAreThoseSince1970() throws IOException {
        Trace trace =
                TraceReader.read(
                        write(
                                "trace.csv",
                                "timestamp_s,value\n"
                                        + "1970-01-02T00:00:00Z,1\n"
                                        + "1970-01-02T01:00:00Z,2\n"));

        assertThat(trace.firstSeconds()).isEqualTo(86_400);
        assertThat(times(trace, "86460\n")).extracting(NamedTime::seconds).containsExactly(60.0);
    }

    @Test
    void aTimeKnowsWhereItStands() throws IOException {
        Trace trace = Trace.regular("web", 10, 1, 2, 3);

        NamedTime time = times(trace, "\n 10 \n").getFirst();

        assertThat(time.text()).isEqualTo("10");
        assertThat(time.place()).isEqualTo(folder.resolve("times.txt") + ":2");
        assertThat(time.invalid("give another"))
                .hasMessage("%s: timestamp_s '10': give another", time.place());
    }

    @Test
    void theLastSampleLastsAStep() throws IOException {
        Trace trace = Trace.regular("web", 10, 1, 2, 3);

        assertThat(times(trace, "29.9")).hasSize(1);
        assertThatThrownBy(() -> times(trace, "30"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("is after the end of the last sample, that of 20");
    }

    @Test
    void theRestOfATraceCountsAsTheWholeDid() throws IOException {
        double day = 86_400;
        Trace trace =
                Trace.of("web", new double[] {0, day, 2 * day}, new double[] {1, 2, 3})
                        .beginningAt(new TraceOrigin(5, Optional.empty()));

        assertThat(trace.lastDays(1).firstSeconds()).isEqualTo(5 + 2 * day);
    }

    private List<NamedTime> times(Trace trace, String content) throws IOException {
        return new TimesReader(trace, trace.start().orElse(START))
                .read(write("times.txt", content));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
