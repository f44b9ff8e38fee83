// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.workload.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayKeyTest {
    private static final Fingerprint CODE = new Fingerprint("peers", "all");
    private static final Entrant PEER = Examples.peer("hpa:target=60:stabilization=300s");

    @Test
    void aNameIsForPeople() {
        ReplayKey key = key(Examples.INQUIRY, "hash", PEER, CODE);

        assertThat(key.folder()).isEqualTo("web_a-L40s-rough");
        assertThat(key.file()).matches("hpa-stabilization-300s-target-60-[0-9a-f]{20}");
        assertThat(key(Examples.INQUIRY, "hash", Examples.own(100), CODE).file())
                .startsWith("predictive-k100-");
    }

    @Test
    void theTraceSettingsAndCodeChangeIt() {
        ReplayKey key = key(Examples.INQUIRY, "hash", PEER, CODE);

        assertThat(key(Examples.INQUIRY, "hash", PEER, CODE)).isEqualTo(key);
        assertThat(key(Examples.INQUIRY, "other", PEER, CODE)).isNotEqualTo(key);
        assertThat(key(inquiry(5, Optional.empty()), "hash", PEER, CODE)).isNotEqualTo(key);
        assertThat(key(inquiry(50, Optional.of(Duration.ofSeconds(5))), "hash", PEER, CODE))
                .isNotEqualTo(key);
        assertThat(key(Examples.INQUIRY, "hash", PEER, new Fingerprint("new", "all")))
                .isNotEqualTo(key);
    }

    @Test
    void codeThatOnlyOwnPoliciesRunLeavesPeersAlone() {
        Fingerprint changed = new Fingerprint("peers", "changed");

        assertThat(key(Examples.INQUIRY, "hash", PEER, changed))
                .isEqualTo(key(Examples.INQUIRY, "hash", PEER, CODE));
        assertThat(key(Examples.INQUIRY, "hash", Examples.own(10), changed))
                .isNotEqualTo(key(Examples.INQUIRY, "hash", Examples.own(10), CODE));
        // a fleet at the peak passes the guard
        assertThat(key(Examples.INQUIRY, "hash", Entrant.AT_PEAK, changed))
                .isNotEqualTo(key(Examples.INQUIRY, "hash", Entrant.AT_PEAK, CODE));
    }

    @Test
    void everyEntrantHasItsOwn() {
        List<Entrant> entrants = Examples.INQUIRY.entrants();

        assertThat(entrants).hasSize(3 + 65 + 65 + 13 + 1);
        assertThat(entrants.stream().map(each -> key(Examples.INQUIRY, "hash", each, CODE)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFingerprintOfPeersIsOfWhatTheyRun() {
        Fingerprint before = Fingerprint.of(classes("dev/plimsoll/sim/score/A.class", 1), "x.jar");

        assertThat(Fingerprint.of(classes("dev/plimsoll/sim/score/A.class", 1), "x.jar"))
                .isEqualTo(before);
        Fingerprint scored = Fingerprint.of(classes("dev/plimsoll/sim/score/A.class", 2), "x.jar");
        assertThat(scored.peers()).isNotEqualTo(before.peers());
        assertThat(scored.all()).isNotEqualTo(before.all());
        Fingerprint forecast = Fingerprint.of(classes("dev/plimsoll/forecast/A.class", 2), "x.jar");
        assertThat(forecast.peers()).isEqualTo(Fingerprint.of(new TreeMap<>(), "x.jar").peers());
        assertThat(forecast.all())
                .isNotEqualTo(
                        Fingerprint.of(classes("dev/plimsoll/forecast/A.class", 1), "x.jar").all());
        assertThat(Fingerprint.of(new TreeMap<>(), "y.jar").all())
                .isNotEqualTo(Fingerprint.of(new TreeMap<>(), "x.jar").all());
    }

    @ParameterizedTest
    @CsvSource({
        "dev/plimsoll/bench/policies/Phase.class, true",
        "dev/plimsoll/bench/policies/Entrant$Own.class, true",
        "dev/plimsoll/bench/policies/PoliciesReport.class, false",
        "dev/plimsoll/bench/Sheet.class, false"
    })
    void ofTheBenchCountsWhatIsKeptOfARunAlone(String path, boolean counts) {
        Fingerprint before = Fingerprint.of(classes(path, 1), "x.jar");
        Fingerprint after = Fingerprint.of(classes(path, 2), "x.jar");

        assertThat(before.peers().equals(after.peers())).isNotEqualTo(counts);
        assertThat(before.all().equals(after.all())).isNotEqualTo(counts);
    }

    @Test
    void theProductHasAFingerprint() {
        Fingerprint product = Fingerprint.ofProduct();

        assertThat(product).isEqualTo(Fingerprint.ofProduct());
        assertThat(product.peers())
                .isNotEqualTo(Fingerprint.of(new TreeMap<>(), "").peers())
                .isNotEqualTo(product.all());
    }

    private static SortedMap<String, byte[]> classes(String path, int content) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        classes.put(path, new byte[] {(byte) content});
        return classes;
    }

    private static Inquiry inquiry(int peakReplicas, Optional<Duration> pushed) {
        Inquiry usual = Examples.INQUIRY;
        return new Inquiry(
                usual.leadTimes(), usual.interpolations(), peakReplicas, pushed, usual.own());
    }

    private static ReplayKey key(Inquiry inquiry, String hash, Entrant entrant, Fingerprint code) {
        TraceFile trace = new TraceFile(Trace.regular("web_a", 60, 1, 2, 3), hash);
        return inquiry.cases(trace).getFirst().key(entrant, code);
    }
}
