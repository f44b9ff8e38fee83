// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    private static final WorkloadId WEB = Workloads.WEB;

    private final Conditions conditions =
            new Conditions(
                    new Log(
                            new PrintStream(PrintStream.nullOutputStream()),
                            InstantSource.system()));
    private final Quarantine quarantine = new Quarantine(conditions);

    @Test
    void isTriedAgainTwiceAndThenLeftAlone() {
        assertThat(quarantine.admit(defect())).containsExactly(WEB);
        assertThat(quarantine.admit(defect())).containsExactly(WEB);
        assertThat(quarantine.isolated()).isEmpty();
        assertThat(quarantine.admit(defect())).isEmpty();
        assertThat(quarantine.isolated()).containsExactly(WEB);
    }

    @Test
    void saysWhatHappensToIt() {
        quarantine.admit(defect());
        assertThat(conditions.present())
                .singleElement()
                .extracting(Conditions.Condition::sentence)
                .asString()
                .startsWith(
                        "shop/web is held: its turn has failed, 1 of 3 times, and it is tried"
                                + " again")
                .contains("a defect");
    }

    @Test
    void whoMeetsNoDefectIsFree() {
        assertThat(quarantine.admit(new TreeMap<>())).isEmpty();
        assertThat(conditions.present()).isEmpty();
    }

    private static SortedMap<WorkloadId, RuntimeException> defect() {
        SortedMap<WorkloadId, RuntimeException> found = new TreeMap<>();
        found.put(WEB, new IllegalStateException("a defect"));
        return found;
    }
}
