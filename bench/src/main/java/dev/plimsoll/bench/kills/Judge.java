// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.adapter.fleet.FleetPlatform;
import dev.plimsoll.adapter.journal.Lease;
import dev.plimsoll.adapter.journal.StoredJournal;
import dev.plimsoll.bench.kills.Evidence.Act;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.Knowledge;
import dev.plimsoll.control.Replay;
import dev.plimsoll.control.Retention;
import dev.plimsoll.control.WorkloadKnowledge;
import dev.plimsoll.guard.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what a fleet did and what controllers said with what their journal holds. */
final class Judge {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Stage stage;
    private final List<String> said = new ArrayList<>();

    Judge(Stage stage) {
        this.stage = stage;
    }

    void heard(List<String> lines) {
        said.addAll(lines);
    }

    /** Once the last controller has ended. */
    KillsResult result(int kills, String store) throws IOException {
        var lease = new Lease("judge", Duration.ZERO);
        var retention = new Retention(Duration.ofDays(7), Duration.ofDays(90));
        try (StoredJournal journal = StoredJournal.open(stage.store(), lease, retention)) {
            List<JournalEntry> entries = journal.read();
            Evidence evidence = new Evidence(acts(entries), ledger(), said);
            return new KillsResult(
                    store,
                    kills,
                    evidence.lost(),
                    evidence.doubled(),
                    evidence.ledger().size(),
                    evidence.reconciled(),
                    evidence.unknown(),
                    journal.unfinished().size(),
                    replayed(entries));
        }
    }

    private static Map<Instant, Act> acts(List<JournalEntry> entries) {
        Map<Instant, Act> acts = new TreeMap<>();
        for (JournalEntry entry : entries) {
            switch (entry) {
                case Decided decided
                        when decided.record().verdict()
                                instanceof
                                Verdict.Remembered(var action, long version, var _, var _) ->
                        acts.put(
                                decided.at(),
                                new Act(
                                        FleetPlatform.actionId(action, version),
                                        new ArrayList<>()));
                case Acted acted -> {
                    Act act = acts.get(acted.decided());
                    if (act != null) {
                        act.outcomes().add(acted);
                    }
                }
                default -> {}
            }
        }
        return acts;
    }

    private List<String> ledger() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : stage.ledger()) {
            ids.add(MAPPER.readTree(line).path("actionId").asText());
        }
        return ids;
    }

    private Replay.Result replayed(List<JournalEntry> entries) {
        ScalingPolicy policy = stage.policy();
        var knowledge = new WorkloadKnowledge(policy.workload(), policy.policy().guarded());
        return Replay.of(entries, new Knowledge(Map.of(policy.workload().id(), knowledge)));
    }
}
