// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Source;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Scenarios of a few lines for tests. */
final class ScenarioText {
    private static final List<String> LEAST =
            List.of(
                    "apiVersion: plimsoll.dev/v1alpha1",
                    "kind: Scenario",
                    "metadata: {name: web}",
                    "spec:",
                    "  duration: 1h",
                    "  workload: {maxReplicas: 10}",
                    "  demand: {points: [{at: 0s, rate: 400/s}]}");

    private ScenarioText() {}

    /**
     * All that a scenario must say, on 7 lines, and these fields of {@code spec}; one that is there
     * already is replaced where it stands.
     */
    static String with(String... fields) {
        List<String> lines = new ArrayList<>(LEAST);
        for (String field : fields) {
            put(lines, "  " + field);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void put(List<String> lines, String field) {
        String key = field.substring(0, field.indexOf(':') + 1);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(key)) {
                lines.set(i, field);
                return;
            }
        }
        lines.add(field);
    }

    static Scenario read(String... fields) {
        return ScenarioReader.read(new Source("web.yaml", with(fields)));
    }

    /** The problems of a file of that text. */
    static List<String> problems(String text) {
        try {
            Scenario scenario = ScenarioReader.read(new Source("web.yaml", text));
            throw new AssertionError("there is no problem with " + scenario);
        } catch (InvalidInputException e) {
            return e.problems();
        }
    }
}
