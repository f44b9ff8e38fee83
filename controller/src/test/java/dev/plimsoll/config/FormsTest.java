// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"1, 1", "9, 9", " 5 , 5", "+3, 3", "4.0, 4", "4., 4", "5e0, 5"})
    void readsWholeNumbers(String text, int value) {
        assertThat(Forms.whole(1, 9).read(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "10", "4.5", "x", "1_0", "0x5", "1e99", "NaN", "--1", "5e-1"})
    void refusesWhatIsNoWholeNumberInBounds(String text) {
        assertThat(Forms.whole(1, 9).read(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0.5, 0.5", ".5, 0.5", "-1, -1", "1e1, 10", "5E-1, 0.5"})
    void readsNumbers(String text, double value) {
        assertThat(Forms.number(-1, 10).read(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1", "-1.1", "Infinity", "1e999999999", "1d", "0x1p3", "1,5"})
    void refusesWhatIsNoNumberInBounds(String text) {
        assertThat(Forms.number(-1, 10).read(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"400/s, 400", "400, 400", "0.5 /s, 0.5"})
    void readsRates(String text, double value) {
        assertThat(Forms.rate(0, 1000).read(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s", "400/m", "400%", "400/s/s", "-1/s", "2000/s"})
    void refusesOtherRates(String text) {
        assertThat(Forms.rate(0, 1000).read(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0.25, 0.25", "25%, 0.25", "2.5 %, 0.025", "1, 1", "100%, 1", "10%, 0.1"})
    void readsShares(String text, double value) {
        assertThat(Forms.share(0.01).read(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "0", "0.5%", "101%", "1.01", "25/s", "-5%"})
    void refusesOtherShares(String text) {
        assertThat(Forms.share(0.01).read(text)).isEmpty();
    }

    @Test
    void givesDurationsThatLieInBoundsAsExamples() {
        assertThat(Forms.duration(Duration.ofHours(1), Duration.ofDays(4)).mend(""))
                .isEqualTo("give a duration from 1h to 4d, e.g. 2h");
        assertThat(Forms.seconds(Duration.ZERO, Duration.ofHours(1)).mend(""))
                .isEqualTo("give whole seconds from 0s to 1h, e.g. 40s or 5m");
    }

    @Test
    void readsDurationsInBounds() {
        Form<Duration> form = Forms.duration(Duration.ofMillis(5), Duration.ofMinutes(1));

        assertThat(form.read("250ms")).contains(Duration.ofMillis(250));
        assertThat(form.read("5ms")).contains(Duration.ofMillis(5));
        assertThat(form.read("60s")).contains(Duration.ofMinutes(1));
        assertThat(form.read("4ms")).isEmpty();
        assertThat(form.read("61s")).isEmpty();
        assertThat(form.read("250")).isEmpty();
    }

    @Test
    void readsWholeSeconds() {
        Form<Long> form = Forms.seconds(Duration.ZERO, Duration.ofHours(1));

        assertThat(form.read("0s")).contains(0L);
        assertThat(form.read("1.5m")).contains(90L);
        assertThat(form.read("1500ms")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"4, 4", "0.5, 0.5", "500m, 0.5", "2k, 2000"})
    void readsCores(String text, double cores) {
        assertThat(Forms.cores().read(text)).contains(cores);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1, 1",
        "1k, 1000",
        "1Ki, 1024",
        "512Mi, 536870912",
        "1.5Gi, 1610612736",
        "2G, 2000000000",
        "1M, 1000000",
        "1Ti, 1099511627776",
        "1T, 1000000000000",
        "1Pi, 1125899906842624",
        "1P, 1000000000000000"
    })
    void readsBytes(String text, long bytes) {
        assertThat(Forms.bytes().read(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.5", "500m", "1MB", "1mi", "-1Gi", "1 Gi", "9999999Pi"})
    void refusesOtherBytes(String text) {
        assertThat(Forms.bytes().read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "web-1", "0", "a--b"})
    void readsNames(String text) {
        assertThat(Forms.name().read(text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "Web", "a b", "a.b", "a/b", "ä"})
    void refusesOtherNames(String text) {
        assertThat(Forms.name().read(text)).isEmpty();
        assertThat(Forms.name().read("a".repeat(64))).isEmpty();
    }

    @Test
    void choosesByName() {
        Form<String> form = Forms.choice("absent", "zero");

        assertThat(form.read("zero")).contains("zero");
        assertThat(form.read("Zero")).isEmpty();
        assertThat(form.mend("Zero")).isEqualTo("did you mean zero?");
        assertThat(form.mend("none")).isEqualTo("choose from absent, zero");
        assertThat(Forms.yesOrNo().read("false")).contains(false);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "minReplica, minReplicas",
        "maxReplicas, maxReplicas",
        "maxreplicas, maxReplicas",
        "minRaplices, minReplicas",
        "slow, slo",
        "x,",
        "sol,",
        "replicas, minReplicas",
        "stateful,"
    })
    void guessesWhatWasMeant(String name, String meant) {
        assertThat(Nearest.of(name, List.of("minReplicas", "maxReplicas", "slo")))
                .isEqualTo(Optional.ofNullable(meant));
    }

    @Test
    void doesNotGuessAtALongName() {
        String name = "x".repeat(100_000);

        assertThat(Nearest.of(name, List.of(name))).isEmpty();
    }
}
