// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fifth of January 2026 is a Monday. */
class WeekTableTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-01-05T07:59:59Z, 4",
        "2026-01-05T08:00:00Z, 12",
        "2026-01-05T19:59:59Z, 12",
        "2026-01-05T20:00:00Z, 4",
        "2026-01-09T08:00:00Z, 12",
        "2026-01-10T08:00:00Z, 3",
        "2026-01-10T23:59:59Z, 3",
        "2026-01-11T08:00:00Z, 4",
        "2026-01-12T10:00:00Z, 12"
    })
    void aRowHoldsFromItsFirstHourToBeforeItsLast(Instant at, int replicas) {
        var rows = Map.of("mon-fri/8-20", 12, "sat", 3, "else", 4);
        assertThat(WeekTable.of(rows).replicasAt(at)).isEqualTo(replicas);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-01-10T12:00:00Z, 2",
        "2026-01-11T12:00:00Z, 2",
        "2026-01-12T12:00:00Z, 2",
        "2026-01-13T12:00:00Z, 9",
        "2026-01-13T23:00:00Z, 5"
    })
    void daysMayGoRoundTheWeekAndHoursMayStandAlone(Instant at, int replicas) {
        var rows = Map.of("sat-mon/0-22", 2, "22-24", 5, "else", 9);
        assertThat(WeekTable.of(rows).replicasAt(at)).isEqualTo(replicas);
    }

    @Test
    void needsNoElseWhereEveryHourHasARow() {
        WeekTable table = WeekTable.of(Map.of("0-12", 2, "12-24", 5));
        assertThat(table.replicasAt(Instant.parse("2026-01-07T13:00:00Z"))).isEqualTo(5);
        assertThat(WeekTable.of(Map.of("mon-sun", 7)).replicasAt(Instant.EPOCH)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mo", "mon-", "-fri", "mon-fri-sat", "Mon", "mon fri", "/8-20", "8"})
    void refusesARowThatNamesNoDaysOrHours(String row) {
        assertThatThrownBy(() -> WeekTable.of(Map.of(row, 3, "else", 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--policy: manual '%s': ".formatted(row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20-8", "8-8", "8-25", "mon/", "mon/8", "mon/22-6", "mon/8-fri", "8-x"})
    void refusesHoursThatAreNone(String row) {
        assertThatThrownBy(() -> WeekTable.of(Map.of(row, 3, "else", 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "--policy: manual '%s': give hours from 0 to 24 that do not pass midnight,"
                                        .formatted(row)
                                + " e.g. 8-20 or 22-24");
    }

    @Test
    void refusesAnHourThatTwoRowsHave() {
        var rows = new TreeMap<>(Map.of("mon-fri/8-20", 12, "fri", 3, "else", 1));
        assertThatThrownBy(() -> WeekTable.of(rows))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "--policy: manual 'mon-fri/8-20': another row has fri 8:00 too; name each"
                                + " hour once");
    }

    @Test
    void refusesAnHourThatNoRowHas() {
        assertThatThrownBy(() -> WeekTable.of(Map.of("mon-sun/8-24", 12)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "--policy: manual 'mon-sun/8-24': no row has mon 0:00; name it, or give"
                                + " else=REPLICAS");
    }
}
