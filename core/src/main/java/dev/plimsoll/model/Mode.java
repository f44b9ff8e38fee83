// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What a policy may do about a workload. */
public enum Mode {
    /** Records what it would have done. */
    OBSERVE("Observe"),
    /** Proposes, and a person acts. */
    ADVISE("Advise"),
    /** Acts. */
    ACT("Act");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** As files name it. */
    public String label() {
        return label;
    }

    /** Each with its label, in the order of how much it lets happen. */
    public static SequencedMap<String, Mode> byLabel() {
        SequencedMap<String, Mode> labels = new LinkedHashMap<>();
        for (Mode mode : values()) {
            labels.put(mode.label, mode);
        }
        return labels;
    }
}
