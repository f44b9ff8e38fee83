// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the peers' settings on a case is best. Of equals it is the first. */
final class BestPeers {
    /**
     * The peer that is compared apart, as it needs a proxy of its own in front of every replica.
     */
    private static final String APART = "kpa";

    private final List<Tried> usual;
    private final List<Tried> all;

    /**
     * The best at a price.
     *
     * @param hindsight of hpa, keda and static the setting with the least regret
     * @param withKpa the same with kpa among them
     * @param tunedBefore of hpa, keda and static the one with the least regret, where each has the
     *     setting that was best on the leading part
     */
    record Best(Tried hindsight, Tried withKpa, Tried tunedBefore) {}

    BestPeers(List<Tried> peers) {
        this.all = List.copyOf(peers);
        this.usual = peers.stream().filter(tried -> !tried.peer().equals(APART)).toList();
    }

    Best at(int kappa) {
        return new Best(
                least(usual.stream(), kappa),
                least(all.stream(), kappa),
                least(tunedBefore(usual, kappa).values().stream(), kappa));
    }

    /** The setting of every peer that was best on the leading part. */
    Map<String, Tried> tunedBefore(int kappa) {
        return tunedBefore(all, kappa);
    }

    /** The setting of every peer that is best on the scored part. */
    Map<String, Tried> tunedInHindsight(int kappa) {
        return tuned(all, Comparator.comparingDouble(tried -> tried.regret(kappa)));
    }

    private static Map<String, Tried> tunedBefore(List<Tried> peers, int kappa) {
        return tuned(peers, Comparator.comparingDouble(tried -> tried.leadingRegret(kappa)));
    }

    private static Map<String, Tried> tuned(List<Tried> peers, Comparator<Tried> cost) {
        Map<String, Tried> tuned = new LinkedHashMap<>();
        peers.forEach(tried ->
                tuned.merge(
                        tried.peer(),
                        tried,
                        (one, other) -> cost.compare(other, one) < 0 ? other : one));
        return tuned;
    }

    private static Tried least(Stream<Tried> settings, int kappa) {
        Optional<Tried> least =
                settings.min(Comparator.comparingDouble(tried -> tried.regret(kappa)));
        return least.orElseThrow(() -> new IllegalStateException("a case without peers"));
    }
}
