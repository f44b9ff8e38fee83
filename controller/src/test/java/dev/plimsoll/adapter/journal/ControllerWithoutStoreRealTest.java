// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.LiveController;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole controller whose real PostgreSQL goes away and comes back. */
@Tag("cluster")
@Timeout(300)
class ControllerWithoutStoreRealTest {
    @TempDir private Path folder;

    @Test
    void nothingIsDoneWhileTheStoreIsGoneAndAllIsKeptThatWasDone() throws Exception {
        PostgresServer server = PostgresServer.start();
        String url = server.database();
        String store = "{postgresql: '%s', user: plimsoll}".formatted(url);
        try (LiveController controller = new LiveController(folder, "Observe", store)) {
            controller.awaitJson("get web", web -> web.has("at"));
            server.stop();
            LiveController.await(() -> controller.managed("/readyz"), it -> it.statusCode() == 503);
            assertThat(controller.managed("/readyz").body()).startsWith("STORE_UNAVAILABLE: ");
            controller.rewrite("Act");
            assertThat(controller.managed("/healthz").statusCode()).isEqualTo(200);

            server.restart();
            controller.awaitJson("get web", web -> web.path("desired").asInt() == 14);
            assertThat(controller.end()).contains("STORE_UNAVAILABLE is over after ");
        }
        assertOneActionWasJournalled(url);
        server.end();
    }

    private static void assertOneActionWasJournalled(String url) {
        try (StoredJournal journal =
                StoredJournal.open(
                        Store.postgres(url, "plimsoll", ""),
                        new Lease("judge", Duration.ZERO),
                        Retention.ofReadings(Duration.ofDays(7)))) {
            assertThat(journal.unfinished()).isEmpty();
            List<Decided> acts =
                    journal.read().stream()
                            .filter(Decided.class::isInstance)
                            .map(Decided.class::cast)
                            .filter(decided -> decided.record().verdict().passed().isPresent())
                            .toList();
            assertThat(acts).hasSize(1);
            assertThat(journal.read())
                    .filteredOn(Acted.class::isInstance)
                    .extracting(entry -> (Object) ((Acted) entry).outcome().getClass())
                    .containsExactly(Outcome.Applied.class);
        }
    }
}
