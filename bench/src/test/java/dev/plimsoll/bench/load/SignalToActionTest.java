// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalToActionTest {
    private static final List<String> LEDGER =
            List.of(
                    order("00:00:29.900"),
                    order("00:01:00.250"),
                    order("00:01:14.999"),
                    order("00:01:16.000"),
                    order("00:02:00.000"));

    @Test
    void countsFromWhenTheNewestReadingsCouldBeRead() throws JsonProcessingException {
        Durations waits = of(60, 120);
        assertThat(waits.count()).isEqualTo(3);
        assertThat(waits.millis(0)).hasValue(250);
        assertThat(waits.millis(0.5)).hasValue(1000);
        assertThat(waits.millis(1)).hasValue(14_999);
    }

    @Test
    void withoutOrdersThereIsNoFigure() throws JsonProcessingException {
        assertThat(of(300, 400).millis(0.5)).isEmpty();
    }

    private static Durations of(long from, long to) throws JsonProcessingException {
        return SignalToAction.of(LEDGER, Duration.ofSeconds(from), Duration.ofSeconds(to));
    }

    private static String order(String time) {
        return "{\"actionId\":\"a\",\"at\":\"2026-01-05T%sZ\"}".formatted(time);
    }
}
