// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.Signal;
import dev.plimsoll.telemetry.TelemetrySource;
import dev.plimsoll.telemetry.TelemetrySourceContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetTelemetryTest extends TelemetrySourceContract {
    private static final String NOTHING = "{\"workloads\":[]}";

    @TempDir private Path folder;
    private final List<FakeFleet> fleets = new ArrayList<>();

    @AfterEach
    void close() {
        fleets.forEach(FakeFleet::close);
    }

    @Override
    protected TelemetrySource measured(double demand, double utilization) {
        return answering(200, body(demand, utilization));
    }

    @Override
    protected TelemetrySource silent() {
        return answering(200, NOTHING);
    }

    @Test
    void aReplicaHasReadingsOfItsOwn() {
        Readings readings = measured(30, 0.5).read(WEB, END);
        assertThat(readings.replicas()).hasSize(1);
        assertThat(readings.replicas().getFirst().replica()).isEqualTo("web-0");
        assertThat(readings.replicas().getFirst().sessions()).isEqualTo(new Reading.Fresh(7, END));
        assertThat(readings.replicas().getFirst().utilization()).isEqualTo(Reading.NEVER_SEEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"value":-1,"at":"2026-01-05T00:00:15Z"}   | INVALID
                    {"value":"3","at":"2026-01-05T00:00:15Z"}  | INVALID
                    {"value":null,"at":"2026-01-05T00:00:15Z"} | INVALID
                    {"at":"2026-01-05T00:00:15Z"}              | INVALID
                    {"value":3}                                | INVALID
                    {"value":3,"at":"now"}                     | INVALID
                    {"value":3,"at":"2036-01-05T00:00:15Z"}    | FROM_THE_FUTURE
                    7                                          | INVALID
                    """)
    void aLieIsAbsentWithItsCause(String reading, Cause cause) {
        TelemetrySource source = answering(200, body(reading, "{}"));
        assertThat(source.read(WEB, END).of(Signal.DEMAND)).isEqualTo(new Reading.Absent(cause));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | gibberish | UNREADABLE
                    200 | {}        | UNREADABLE
                    404 | {}        | UNREADABLE
                    500 | {}        | UNREACHABLE
                    """)
    void aFleetThatSaysNothingOfUseIsAbsentWithTheCause(int status, String body, Cause cause) {
        assertAllAbsent(answering(status, body).read(WEB, END), cause);
    }

    @Test
    void aFleetThatIsGoneOrSlowIsUnreachable() {
        FakeFleet fleet = keep(FakeFleet.silent(folder));
        var slow = source(fleet.socket(), Duration.ofMillis(50));
        assertAllAbsent(slow.read(WEB, END), Cause.UNREACHABLE);
        fleet.close();
        slow.refresh();
        assertAllAbsent(slow.read(WEB, END.plusSeconds(1)), Cause.UNREACHABLE);
    }

    @Test
    void whatWasNeverToldStaysSoWhenTheFleetIsGone() {
        FakeFleet fleet = keep(FakeFleet.answering(folder, 200, body(30, 0.5)));
        var source = source(fleet.socket(), Duration.ofSeconds(10));
        assertThat(source.read(WEB, END).isFresh(Signal.DEMAND)).isTrue();
        fleet.close();
        source.refresh();
        Readings gone = source.read(WEB, END.plusSeconds(1));
        assertThat(gone.of(Signal.DEMAND)).isEqualTo(new Reading.Absent(Cause.UNREACHABLE));
        assertThat(gone.of(Signal.GPU)).isEqualTo(Reading.NEVER_SEEN);
    }

    @Test
    void whatWasSaidLastIsReadUntilTheFleetIsAskedAgain() {
        FakeFleet fleet = keep(FakeFleet.answering(folder, 200, body(30, 0.5)));
        var source = source(fleet.socket(), Duration.ofSeconds(10));
        Readings first = source.read(WEB, END);
        fleet.close();
        assertThat(source.read(WEB, END)).isEqualTo(first);
    }

    private static void assertAllAbsent(Readings readings, Cause cause) {
        for (Signal signal : Signal.values()) {
            assertThat(readings.of(signal)).isEqualTo(new Reading.Absent(cause));
        }
    }

    private TelemetrySource answering(int status, String body) {
        fleets.forEach(FakeFleet::close);
        FakeFleet fleet = keep(FakeFleet.answering(folder, status, body));
        return source(fleet.socket(), Duration.ofSeconds(10));
    }

    private static FleetTelemetry source(Path socket, Duration timeout) {
        FleetTelemetry source =
                new FleetTelemetry(
                        new FleetClient(socket, timeout),
                        _ -> CADENCE,
                        new FleetClock(END, END, 1, () -> 0));
        source.refresh();
        return source;
    }

    private FakeFleet keep(FakeFleet fleet) {
        fleets.add(fleet);
        return fleet;
    }

    private static String body(double demand, double utilization) {
        return body(reading(demand, END), reading(utilization, END));
    }

    private static String body(String demand, String utilization) {
        return """
        {"workloads":[{"namespace":"shop","name":"web",
          "readings":{"DEMAND":%s,"UTILIZATION":%s},
          "replicas":[{"name":"web-0","SESSIONS":%s}]}]}\
        """
                .formatted(demand, utilization, reading(7, END));
    }

    private static String reading(double value, Instant at) {
        String number = Double.isFinite(value) ? String.valueOf(value) : "\"%s\"".formatted(value);
        return "{\"value\":%s,\"at\":\"%s\"}".formatted(number, at);
    }
}
