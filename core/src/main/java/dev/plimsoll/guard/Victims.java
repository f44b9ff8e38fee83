// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Replica;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.ReplicaReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which replicas leave: those with the least to lose. */
final class Victims {
    private record Candidate(String replica, double sessions) {}

    private static final Comparator<Candidate> LEAST_TO_LOSE =
            Comparator.comparingDouble(Candidate::sessions).thenComparing(Candidate::replica);

    private Victims() {}

    /** So many victims, where it matters which; else none, and the platform chooses. */
    static List<String> choose(int count, Review review) {
        return switch (review.protection().state()) {
            case StateKind.Stateless _ -> List.of();
            case StateKind.Sessions _ -> {
                List<String> candidates = candidates(review);
                yield candidates.size() < count ? List.of() : candidates.subList(0, count);
            }
            case StateKind.Ordered _ -> newest(count, review);
        };
    }

    /** The replicas that may leave a workload with sessions, those with the least to lose first. */
    static List<String> candidates(Review review) {
        Map<String, Double> sessions = new TreeMap<>();
        for (ReplicaReading reading : review.readings().replicas()) {
            if (reading.sessions() instanceof Reading.Fresh(double open, var _)) {
                sessions.put(reading.replica(), open);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Replica replica : review.inventory().replicas()) {
            Double open = sessions.get(replica.name());
            if (replica.phase() == Replica.Phase.STARTING) {
                candidates.add(new Candidate(replica.name(), 0));
            } else if (replica.phase() == Replica.Phase.READY && open != null) {
                candidates.add(new Candidate(replica.name(), open));
            }
        }
        return candidates.stream().sorted(LEAST_TO_LOSE).map(Candidate::replica).toList();
    }

    private static List<String> newest(int count, Review review) {
        List<String> staying =
                review.inventory().replicas().stream()
                        .filter(replica -> replica.phase() != Replica.Phase.LEAVING)
                        .map(Replica::name)
                        .toList();
        int from = staying.size() - count;
        return from < 0 ? List.of() : staying.subList(from, staying.size());
    }
}
