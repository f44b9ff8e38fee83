// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.PlatformContract;
import dev.plimsoll.control.PlatformException;
import dev.plimsoll.control.PlatformException.Fault;
import dev.plimsoll.guard.Approvals;
import dev.plimsoll.guard.ApprovedAction;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Replica;
import dev.plimsoll.server.fleet.FleetRig;
import dev.plimsoll.server.fleet.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fleet in another process keeps the promises of a platform, and fails by name. */
class FleetPlatformTest extends PlatformContract {
    private static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** {@link PlatformContract#WEB} with four replicas. */
    private static final String SCENARIO =
            FleetRig.STEADY.replace("initialReplicas: 10", "initialReplicas: 4");

    private static final String ONE =
            """
            {"namespace":"shop","name":"web","desired":4,"ready":4,"version":1,
             "completedStartsSeconds":[],"replicas":[]}\
            """;

    @TempDir private Path folder;
    private FleetRig rig;
    private FleetPlatform platform;
    private int byHand;

    @BeforeEach
    void listen() {
        rig = new FleetRig(folder, SCENARIO, Ledger.none(), WEB);
        platform = platform(rig.socket(), 1);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected FleetPlatform platform() {
        return platform;
    }

    @Override
    protected void setByHand(int replicas) {
        byHand++;
        assertThat(rig.scale("by hand " + byHand, web().version(), replicas)).isEqualTo(200);
    }

    @Test
    void tellsEachStartOnce() {
        platform.apply(Approvals.scale(web(), 5));
        assertThat(web().pendingSince()).contains(Instant.parse("2026-01-05T00:00:00Z"));
        rig.pass(Duration.ofSeconds(40));
        assertThat(platform.pool()).isEqualTo(Pool.UNLIMITED);
        assertThat(web().completedStarts()).containsExactly(Duration.ofSeconds(40));
        assertThat(web().completedStarts()).isEmpty();
        assertThat(web().replicas()).contains(new Replica("web-4", Replica.Phase.READY)).hasSize(5);
    }

    @Test
    void saysWhenByTheTimeOfTheFleet() {
        rig.pass(Duration.ofSeconds(25));
        assertThat(platform.apply(Approvals.scale(web(), 6)).at())
                .isEqualTo(Instant.parse("2026-01-05T00:00:25Z"));
    }

    @Test
    void isRefusedOnceAnotherHasTakenOver() {
        ApprovedAction approved = Approvals.scale(web(), 6);
        platform(rig.socket(), 2).apply(approved);
        assertThat(platform.apply(Approvals.scale(web(), 7)))
                .isEqualTo(refused(Approvals.scale(web(), 7), Outcome.Refusal.SUPERSEDED));
    }

    @Test
    void aControllerThatComesBackRepeatsWithoutDoublingAnything() {
        ApprovedAction approved = Approvals.scale(web(), 6);
        Outcome first = platform.apply(approved);
        assertThat(platform(rig.socket(), 2).apply(approved)).isEqualTo(first);
        assertThat(web().version()).isEqualTo(2);
    }

    @Test
    void aFleetThatIsGoneIsUnreachable() {
        ApprovedAction approved = Approvals.scale(web(), 6);
        rig.close();
        assertFault(platform, Fault.UNREACHABLE);
        assertThat(platform.apply(approved))
                .isEqualTo(new Outcome.Failed(approved.action(), NOW, Fault.UNREACHABLE));
    }

    @Test
    void aFleetThatIsSlowTimesOut() {
        ApprovedAction approved = Approvals.scale(web(), 6);
        try (FakeFleet slow = FakeFleet.silent(folder)) {
            var platform = platform(slow.socket(), Duration.ofMillis(50));
            assertFault(platform, Fault.TIMED_OUT);
            assertThat(platform.apply(approved))
                    .isEqualTo(new Outcome.Failed(approved.action(), NOW, Fault.TIMED_OUT));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gibberish",
                "{}",
                "[]",
                "{\"workloads\":{},\"cursor\":0}",
                "{\"workloads\":[{}],\"cursor\":0}",
                "{\"workloads\":[ONE]}",
                "{\"workloads\":[ONE,ONE],\"cursor\":0}",
                "{\"workloads\":[ONE],\"cursor\":\"x\"}"
            })
    void garbageIsNoInventory(String body) {
        try (FakeFleet fake = FakeFleet.answering(folder, 200, body.replace("ONE", ONE))) {
            assertFault(platform(fake.socket(), 1), Fault.UNREADABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "desired, -4",
        "desired, 1e99",
        "ready, null",
        "version, \"1\"",
        "desired, 99999999999",
        "completedStartsSeconds, [-1]",
        "completedStartsSeconds, [\"x\"]",
        "name, \" \"",
        "replicas, [{\"name\":\"a\";\"phase\":\"GONE\"}]",
        "pendingSince, \"soon\""
    })
    void whatCannotBeIsNoInventory(String field, String value) {
        String told = value.replace(';', ',');
        String lie = ONE.substring(0, ONE.length() - 1) + ",\"%s\":%s}".formatted(field, told);
        String body = "{\"workloads\":[%s],\"cursor\":0}".formatted(lie);
        try (FakeFleet fake = FakeFleet.answering(folder, 200, body)) {
            assertFault(platform(fake.socket(), 1), Fault.UNREADABLE);
        }
    }

    @Test
    void aFleetThatHasFailedIsFaulty() {
        try (FakeFleet fake = FakeFleet.answering(folder, 507, "{}")) {
            assertFault(platform(fake.socket(), 1), Fault.FAULTY);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | {"to":6,"at":"2026-01-05T00:00:01Z"}  | Applied
                    200 | {"to":7,"at":"2026-01-05T00:00:01Z"}  | UNREADABLE
                    200 | {"to":6,"at":"at once"}               | UNREADABLE
                    200 | {}                                    | UNREADABLE
                    200 | yes                                   | UNREADABLE
                    409 | {"refusal":"Conflict"}                | CONFLICT
                    409 | {"refusal":"ActionIdReused"}          | CONFLICT
                    400 | {"refusal":"Unfit"}                   | UNFIT
                    404 | {"refusal":"UnknownWorkload"}         | UNKNOWN_WORKLOAD
                    404 | {"refusal":"UnknownPath"}             | UNREADABLE
                    500 | {"refusal":"Conflict"}                | FAULTY
                    """)
    void whateverAFleetAnswersIsAnOutcome(int status, String body, String outcome) {
        ApprovedAction approved = Approvals.scale(web(), 6);
        try (FakeFleet fake = FakeFleet.answering(folder, status, body)) {
            assertThat(platform(fake.socket(), 1).apply(approved).toString()).contains(outcome);
        }
    }

    private static void assertFault(FleetPlatform platform, Fault fault) {
        assertThatThrownBy(platform::inventory)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.fault()).as(e.getMessage()).isEqualTo(fault));
    }

    private static Outcome refused(ApprovedAction approved, Outcome.Refusal refusal) {
        return new Outcome.Refused(approved.action(), NOW, refusal);
    }

    private Inventory web() {
        List<Inventory> inventory = platform.inventory();
        assertThat(inventory).hasSize(1);
        return inventory.getFirst();
    }

    private static FleetClock clock() {
        return new FleetClock(NOW, NOW, 1, () -> 0);
    }

    private static FleetPlatform platform(Path socket, long epoch) {
        return new FleetPlatform(new FleetClient(socket, TIMEOUT), epoch, clock());
    }

    private static FleetPlatform platform(Path socket, Duration timeout) {
        return new FleetPlatform(new FleetClient(socket, timeout), 1, clock());
    }
}
