// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import dev.plimsoll.control.JournalEntry.Acted;
import dev.plimsoll.control.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What controllers decided to do, what a fleet did, and what the controllers said.
 *
 * @param acts those of the journal, by when they were decided
 * @param ledger the id of each action that the fleet carried out
 * @param said the lines that the controllers printed
 */
record Evidence(Map<Instant, Act> acts, List<String> ledger, List<String> said) {
    /** As the controller says that it decided something. */
    private static final Pattern DECIDED = Pattern.compile(" at (\\S+Z): \\d+ → \\d+,");

    /** A decision to act, as the journal holds it. */
    record Act(String id, List<Acted> outcomes) {}

    /** What the fleet did, or a controller said that it had decided, and the journal has not. */
    int lost() {
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
    int doubled() {
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

    /** Actions whose outcome was found out after a restart. */
    int reconciled() {
        return (int) outcomes().filter(Evidence::isOfARestart).count();
    }

    /** Actions of which the journal says that nobody knows. */
    int unknown() {
        return (int) outcomes().filter(acted -> acted.outcome() instanceof Outcome.Failed).count();
    }

    private Stream<Acted> outcomes() {
        return acts.values().stream().flatMap(act -> act.outcomes().stream());
    }

    /** Whether what the journal says of decisions of one id can be, given what the fleet did. */
    private static boolean isTrue(List<Outcome> outcomes, boolean done) {
        long applied = outcomes.stream().filter(Outcome.Applied.class::isInstance).count();
        boolean unknown = outcomes.stream().anyMatch(Outcome.Failed.class::isInstance);
        return done ? applied == 1 || (applied == 0 && unknown) : applied == 0;
    }

    /**
     * By itself an action ends within a cycle or two; a start takes minutes of the fleet's time.
     */
    private static boolean isOfARestart(Acted acted) {
        return Duration.between(acted.decided(), acted.at()).compareTo(Duration.ofMinutes(2)) > 0;
    }
}
