// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Document;
import dev.plimsoll.config.Problems;
import dev.plimsoll.config.Source;
import dev.plimsoll.sim.scenario.Scenario;
import java.util.Optional;

/**
 * Reads scenarios; docs/scenarios.md describes the form. Every field has a default but the name,
 * the duration, the points of demand and maxReplicas.
 *
 * <p>What cannot be used ends in one {@link dev.plimsoll.model.InvalidInputException} with all
 * problems of the file. Thread-safe.
 */
public final class ScenarioReader {
    private ScenarioReader() {}

    public static Scenario read(Source source) {
        Problems problems = new Problems(source.name());
        Optional<ScenarioFile> file =
                Document.only("Scenario", source, problems).map(ScenarioFile::read);
        file.ifPresent(ScenarioChecks::check);
        problems.refuseIfAny();
        return file.orElseThrow(() -> new IllegalStateException("no problem, and no scenario"))
                .scenario();
    }
}
