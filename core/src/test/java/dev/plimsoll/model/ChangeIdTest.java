// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeIdTest {
    @Test
    void whatIsWrittenCanBeRead() {
        ChangeId id = new ChangeId(4, 9, Instant.parse("2026-01-05T09:30:00.250Z"));
        assertThat(id).hasToString("4-9@2026-01-05T09:30:00.250Z");
        assertThat(ChangeId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4-9",
                "4-9@09:30",
                "4@2026-01-05T09:30:00Z",
                "-4-9@2026-01-05T09:30:00Z",
                "4-9999999999@2026-01-05T09:30:00Z",
                "4-9@2026-01-05T09:30:00Z and more"
            })
    void whatIsNoIdIsNone(String text) {
        assertThat(ChangeId.parse(text)).isEmpty();
    }
}
