// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.model.DurationText;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a replay is kept.
 *
 * @param folder names the case for people
 * @param file names the entrant for people, and has the hash of all that the replay depends on
 */
record ReplayKey(String folder, String file) {
    private static final int LONGEST_NAME = 60;
    private static final int HASH_LENGTH = 20;

    /** Told to those alone whose name it is in. */
    private static final String PRICE = "violation-cost";

    /**
     * The key of an entrant on a case.
     *
     * @param fingerprint of the code
     */
    static ReplayKey of(CaseFile file, Entrant entrant, String fingerprint) {
        CaseName name = file.name();
        Map<String, String> options = new TreeMap<>(file.settings().byOption());
        options.remove(PRICE);
        Sha256 hash =
                new Sha256()
                        .add(name.trace())
                        .add(file.trace().hash())
                        .add(options.toString())
                        .add(entrant.toString())
                        .add(fingerprint);
        return new ReplayKey(
                "%s-L%s-%s"
                        .formatted(
                                readable(name.trace()),
                                DurationText.of(name.leadTime()),
                                name.interpolation()),
                "%s-%s".formatted(readable(entrant), hash.text().substring(0, HASH_LENGTH)));
    }

    private static String readable(Entrant entrant) {
        String policy = readable(entrant.policy().toString());
        return entrant instanceof Entrant.Own own ? policy + "-k" + own.kappa() : policy;
    }

    private static String readable(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9._-]", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }
}
