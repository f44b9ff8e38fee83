// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import static dev.plimsoll.bench.fidelity.Regime.AFTERMATH;
import static dev.plimsoll.bench.fidelity.Regime.STEADY;
import static dev.plimsoll.bench.fidelity.Regime.STRAINED;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The phases of a run, one after the other.
 *
 * @param startUpSeconds from the start of a server's process until it listens
 */
record Profile(List<Phase> phases, int startUpSeconds) {
    /** Seconds of the whole profile at scale 1. */
    static final int FULL_SECONDS = 600;

    private static final int LEAST_SECONDS = 3;

    /** The first overload is to be over before the second begins. */
    private static final int LEAST_DRAIN_SECONDS = 8;

    private static final double CHANGING_LOAD = 0.8;

    Profile {
        phases = List.copyOf(phases);
    }

    /**
     * Steps up to an overload of 130 %, then changes of the fleet.
     *
     * @param scale of the times; overloads get no longer than at 1, when at the shortest time of
     *     service 6000 requests wait, with two open files each in a proxy that has usually 20,000
     */
    static Profile whole(double scale) {
        int startUp = Math.max(2, (int) Math.round(8 * Math.min(1, scale)));
        int drain = Math.max(LEAST_DRAIN_SECONDS, seconds(50, scale));
        return new Profile(
                List.of(
                        steady("50 %", 0.5, seconds(20, scale)),
                        steady("70 %", 0.7, seconds(20, scale)),
                        steady("90 %", 0.9, seconds(225, scale)),
                        overload("110 %", 1.1, seconds(60, Math.min(1, scale))),
                        aftermath("70 % after 110 %", drain),
                        overload("130 %", 1.3, seconds(25, Math.min(1, scale))),
                        aftermath("70 % after 130 %", seconds(50, scale)),
                        steady("80 %", CHANGING_LOAD, seconds(30, scale)),
                        change("80 %, one added", STEADY, Change.ADDED, seconds(40, scale)),
                        change("80 %, one drained", STEADY, Change.DRAINED, seconds(30, scale)),
                        change("80 %, one crashed", STRAINED, Change.CRASHED, seconds(50, scale))),
                startUp);
    }

    /**
     * The least that shows each kind of phase. Most of the time goes to changes of the fleet, at a
     * load and with a start-up at which a change that does not come about is likely to be noticed.
     */
    static Profile shortened() {
        return new Profile(
                List.of(
                        steady("70 %", 0.7, 3),
                        overload("130 %", 1.3, 3),
                        aftermath("70 % after 130 %", 6),
                        steady("90 %", 0.9, 15),
                        new Phase("90 %, one added", 0.9, 20, STEADY, Change.ADDED),
                        new Phase("90 %, one drained", 0.9, 15, STEADY, Change.DRAINED),
                        new Phase("90 %, one crashed", 0.9, 18, STRAINED, Change.CRASHED)),
                3);
    }

    /** Two steps without changes, for what is measured beside the comparison. */
    static Profile beside(double scale) {
        return new Profile(
                List.of(
                        steady("70 %", 0.7, seconds(30, scale)),
                        steady("90 %", 0.9, seconds(50, scale))),
                1);
    }

    int seconds() {
        return phases.stream().mapToInt(Phase::seconds).sum();
    }

    /** The second at which a phase begins. */
    int begin(int phase) {
        return phases.subList(0, phase).stream().mapToInt(Phase::seconds).sum();
    }

    /** The second at which a phase ends. */
    int end(int phase) {
        return begin(phase) + phases.get(phase).seconds();
    }

    /** When a server crashes, since the beginning; empty if none does. */
    OptionalLong crashNanos() {
        return IntStream.range(0, phases.size())
                .filter(phase -> phases.get(phase).change() == Change.CRASHED)
                .mapToLong(phase -> TimeUnit.SECONDS.toNanos(begin(phase)))
                .findFirst();
    }

    /** The phase of a second. */
    Phase at(int second) {
        int phase = 0;
        while (end(phase) <= second) {
            phase++;
        }
        return phases.get(phase);
    }

    private static Phase steady(String name, double load, int seconds) {
        return new Phase(name, load, seconds, STEADY, Change.NONE);
    }

    private static Phase overload(String name, double load, int seconds) {
        return new Phase(name, load, seconds, STRAINED, Change.NONE);
    }

    private static Phase aftermath(String name, int seconds) {
        return new Phase(name, 0.7, seconds, AFTERMATH, Change.NONE);
    }

    private static Phase change(String name, Regime regime, Change change, int seconds) {
        return new Phase(name, CHANGING_LOAD, seconds, regime, change);
    }

    private static int seconds(int full, double scale) {
        return Math.max(LEAST_SECONDS, (int) Math.round(full * scale));
    }
}
