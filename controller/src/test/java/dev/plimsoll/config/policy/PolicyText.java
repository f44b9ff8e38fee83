// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Source;
import dev.plimsoll.model.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Files of a controller and of a policy of a few lines for tests. */
final class PolicyText {
    private static final List<String> POLICY =
            List.of(
                    "apiVersion: plimsoll.dev/v1alpha1",
                    "kind: ScalingPolicy",
                    "metadata: {name: web}",
                    "spec:",
                    "  scaleTargetRef: {kind: SimulatedService, name: web}",
                    "  maxReplicas: 10",
                    "  slo: {latency: {target: 250ms}}",
                    "  demand: [{source: prom, query: d}]",
                    "  signals: {utilization: {source: prom, query: u}, readyReplicas: {source:"
                            + " prom, query: r}}");
    private static final List<String> CONTROLLER =
            List.of(
                    "apiVersion: plimsoll.dev/v1alpha1",
                    "kind: Controller",
                    "metadata: {name: main}",
                    "spec:",
                    "  platform: {simulated: 'unix:fleet.sock'}",
                    "  sources: [{name: prom, url: 'http://localhost:9090'}]");

    private PolicyText() {}

    /**
     * All that a policy must say, on 9 lines, and these fields of {@code spec}, or of the top where
     * they begin with a slash; one that is there already is replaced where it stands.
     */
    static String policy(String... fields) {
        return with(POLICY, fields);
    }

    /** The same of a controller, on 6 lines. */
    static String controller(String... fields) {
        return with(CONTROLLER, fields);
    }

    private static String with(List<String> least, String... fields) {
        List<String> lines = new ArrayList<>(least);
        for (String field : fields) {
            put(lines, field.startsWith("/") ? field.substring(1) : "  " + field);
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

    /** Reads {@code controller.yaml} and {@code web.yaml}. */
    static Configuration read(String controller, String policy) {
        return ConfigurationReader.read(
                List.of(
                        new Source("conf/controller.yaml", controller),
                        new Source("conf/web.yaml", policy)));
    }

    static ScalingPolicy readPolicy(String... fields) {
        return read(controller(), policy(fields)).policies().getFirst();
    }

    static ControllerSettings readController(String... fields) {
        return read(controller(fields), policy()).controller().orElseThrow();
    }

    /** The problems of two files, without their folder. */
    static List<String> problems(String controller, String policy) {
        try {
            Configuration read = read(controller, policy);
            throw new AssertionError("there is no problem with " + read);
        } catch (InvalidInputException e) {
            return e.problems().stream().map(line -> line.replace("conf/", "")).toList();
        }
    }
}
