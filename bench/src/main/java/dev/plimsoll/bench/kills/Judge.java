// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.adapter.fleet.FleetPlatform;
import dev.plimsoll.adapter.journal.Lease;
import dev.plimsoll.adapter.journal.StoredJournal;
import dev.plimsoll.config.policy.ScalingPolicy;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.Knowledge;
import dev.plimsoll.control.Outcome;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares what a fleet did and what controllers said with what their journal holds. */
final class Judge {
    /** As the controller says that it decided something. */
    private static final Pattern DECIDED = Pattern.compile(" at (\\S+Z): (\\d+) → (\\d+),");

    private final Stage stage;
    private final List<String> said = new ArrayList<>();

    /** A decision to act, as the journal holds it. */
    private record Act(Decided decided, String id, List<Acted> outcomes) {}

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
            Map<Instant, Act> acts = acts(entries);
            List<String> ledger = ledger();
            return new KillsResult(
                    store,
                    kills,
                    lost(acts, ledger),
                    doubled(acts, ledger),
                    ledger.size(),
                    (int) outcomes(acts).filter(Judge::isOfARestart).count(),
                    (int)
                            outcomes(acts)
                                    .filter(acted -> acted.outcome() instanceof Outcome.Failed)
                                    .count(),
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
                                        decided,
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
            ids.add(new ObjectMapper().readTree(line).path("actionId").asText());
        }
        return ids;
    }

    private int lost(Map<Instant, Act> acts, List<String> ledger) {
        List<String> known = acts.values().stream().map(Act::id).toList();
        int lost = (int) ledger.stream().filter(id -> !known.contains(id)).count();
        for (String line : said) {
            Matcher matcher = DECIDED.matcher(line);
            if (matcher.find() && !acts.containsKey(Instant.parse(matcher.group(1)))) {
                lost++;
            }
        }
        return lost;
    }

    /**
     * What was done twice for one decision, or though the journal says that it was not. A decision
     * that was not carried out may be made again at the same version, and has the same id then.
     */
    private static int doubled(Map<Instant, Act> acts, List<String> ledger) {
        int doubled = ledger.size() - (int) ledger.stream().distinct().count();
        Map<String, List<Outcome>> byId = new TreeMap<>();
        for (Act act : acts.values()) {
            doubled += Math.max(0, act.outcomes().size() - 1);
            List<Outcome> outcomes = byId.computeIfAbsent(act.id(), _ -> new ArrayList<>());
            act.outcomes().forEach(acted -> outcomes.add(acted.outcome()));
        }
        for (Map.Entry<String, List<Outcome>> entry : byId.entrySet()) {
            doubled += isTrue(entry.getValue(), ledger.contains(entry.getKey())) ? 0 : 1;
        }
        return doubled;
    }

    /** Whether what the journal says of decisions of one id can be, given what the fleet did. */
    private static boolean isTrue(List<Outcome> outcomes, boolean done) {
        long applied = outcomes.stream().filter(Outcome.Applied.class::isInstance).count();
        boolean unknown = outcomes.stream().anyMatch(Outcome.Failed.class::isInstance);
        return done ? applied == 1 || (applied == 0 && unknown) : applied == 0;
    }

    private static Stream<Acted> outcomes(Map<Instant, Act> acts) {
        return acts.values().stream().flatMap(act -> act.outcomes().stream());
    }

    /**
     * By itself an action ends within a cycle or two; a start takes minutes of the fleet's time.
     */
    private static boolean isOfARestart(Acted acted) {
        return Duration.between(acted.decided(), acted.at()).compareTo(Duration.ofMinutes(2)) > 0;
    }

    private Replay.Result replayed(List<JournalEntry> entries) {
        ScalingPolicy policy = stage.policy();
        var knowledge = new WorkloadKnowledge(policy.workload(), policy.policy().guarded());
        return Replay.of(entries, new Knowledge(Map.of(policy.workload().id(), knowledge)));
    }
}
