// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.workload;

import dev.plimsoll.telemetry.Signal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of signals in files: {@code errorRatio}. */
public final class Signals {
    /** What is seen of any service; the others are seen of some only. */
    private static final Set<Signal> USUAL =
            EnumSet.complementOf(
                    EnumSet.of(
                            Signal.PUSHED_DEMAND,
                            Signal.SESSIONS,
                            Signal.GPU,
                            Signal.NETWORK_LATENCY));

    private Signals() {}

    /** Those that can be listed; demand is pushed where its interval is given. */
    public static SequencedMap<String, Signal> byName() {
        SequencedMap<String, Signal> names = new LinkedHashMap<>();
        for (Signal signal : EnumSet.complementOf(EnumSet.of(Signal.PUSHED_DEMAND))) {
            names.put(name(signal), signal);
        }
        return names;
    }

    /** What is seen of any service. */
    public static Set<Signal> usual() {
        return EnumSet.copyOf(USUAL);
    }

    /** As a list for a sentence. */
    public static String names(Collection<Signal> signals) {
        return signals.stream().map(Signals::name).collect(Collectors.joining(", "));
    }

    /** As files name it. */
    public static String name(Signal signal) {
        StringBuilder name = new StringBuilder();
        for (String word : signal.name().split("_", -1)) {
            String small = word.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? small : word.charAt(0) + small.substring(1));
        }
        return name.toString();
    }
}
