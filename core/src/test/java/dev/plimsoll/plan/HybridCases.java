// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The cases of Yadav et al. 2020 that were worked by hand, at a threshold of 85 %. */
public final class HybridCases {
    private HybridCases() {}

    /** Algorithm 1: running replicas, how many of them are overloaded, and the result. */
    public static Stream<Arguments> algorithm1() {
        return Stream.of(
                arguments(4, 0, 4),
                arguments(4, 1, 5),
                arguments(4, 4, 5),
                arguments(6, 6, 8),
                arguments(10, 10, 12),
                // 17 · 0.15 / 0.85 is 3 exactly, and 3.0000000000000004 in doubles
                arguments(20, 17, 23));
    }

    /**
     * Algorithm 2, k = 3, from ten replicas: what is seen in each period, and what is held after it
     * and after a wait of 10 s. Seen is the number predicted; or "4!", so many overloaded; or
     * "4!&gt;0", then so many at the end of the wait.
     */
    public static Stream<Arguments> algorithm2() {
        return Stream.of(
                held("8 7 9", 10, 10, 9),
                held("8 11 8 8 8", 10, 10, 10, 10, 8),
                held("12 12 12 12", 10, 10, 10, 10),
                held("8 8 4! 8 8 8", 10, 10, 11, 11, 11, 8),
                // any scaling starts the count again, one in by forecast too
                held("8 8 8 7 7 7", 10, 10, 8, 8, 8, 7),
                held("5 5 9 8 8 8", 10, 10, 9, 9, 9, 8),
                // what is asked for at the end of the wait is carried out, or nothing
                held("8 4!>10 8 8 8", 10, 12, 12, 12, 8),
                held("8 8 4!>0 4! 8 8 8", 10, 10, 10, 11, 11, 11, 8));
    }

    private static Arguments held(String seen, Integer... held) {
        return arguments(List.of(seen.split(" ")), Arrays.asList(held));
    }

    /** How many are overloaded; 0 where a number is predicted. */
    public static int overloaded(String seen) {
        return seen.endsWith("!") ? Integer.parseInt(seen.substring(0, seen.length() - 1)) : 0;
    }

    /** The number predicted; 1 where some are overloaded. */
    public static int predicted(String seen) {
        return seen.endsWith("!") ? 1 : Integer.parseInt(seen);
    }

    /** What is seen in the period. */
    public static String first(String period) {
        return period.split(">")[0];
    }

    /** What is seen at the end of the wait. */
    public static String last(String period) {
        String[] parts = period.split(">");
        return parts.length == 2 ? parts[1] + "!" : parts[0];
    }
}
