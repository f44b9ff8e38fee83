// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.control;

import dev.plimsoll.server.Histogram;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a controller has done since its process began. Immutable.
 *
 * @param cycles how long its planning cycles took, in seconds
 * @param commits how long its journal took to make durable what was appended, in seconds
 * @param ticks looks between cycles that were completed
 * @param failedTurns cycles and looks that platform or store broke off
 * @param decisions by their verdict; those that only repeat one are counted
 * @param actions by what became of them
 * @param instructions by what was ordered
 */
public record ControllerFigures(
        Histogram cycles,
        Histogram commits,
        long ticks,
        long failedTurns,
        SortedMap<String, Long> decisions,
        SortedMap<String, Long> actions,
        SortedMap<String, Long> instructions) {
    public ControllerFigures {
        decisions = copy(decisions);
        actions = copy(actions);
        instructions = copy(instructions);
    }

    private static SortedMap<String, Long> copy(SortedMap<String, Long> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
