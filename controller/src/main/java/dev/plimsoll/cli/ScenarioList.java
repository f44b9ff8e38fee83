// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.config.scenario.ScenarioReader;
import dev.plimsoll.sim.scenario.Gallery;
import dev.plimsoll.sim.scenario.Scenario;

/** The built-in scenarios, each with what it is about in a sentence. */
final class ScenarioList {
    private ScenarioList() {}

    static String render() {
        int width = Gallery.NAMES.stream().mapToInt(String::length).max().orElse(1);
        StringBuilder text = new StringBuilder("Built-in scenarios:\n");
        for (String name : Gallery.NAMES) {
            Scenario scenario = ScenarioReader.read(ScenarioSource.builtIn("SCENARIO", name));
            text.append("  %%-%ds  %%s%%n".formatted(width).formatted(name, sentence(scenario)));
        }
        return text.append(
                        """

                        Play one:  plimsoll simulate %1$s
                        Copy one:  plimsoll simulate --show %1$s > mine.yaml
                        """
                                .formatted("flash-crowd"))
                .toString();
    }

    private static String sentence(Scenario scenario) {
        return scenario.description().split("(?<=\\.)\\s", 2)[0];
    }
}
