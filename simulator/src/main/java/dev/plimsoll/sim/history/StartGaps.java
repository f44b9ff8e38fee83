// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.backtest.BacktestSettings.StartUp;
import java.util.Optional;

/**
 * Learns the lead time from the gaps between the replicas that were asked for and those that were
 * ready. By Little's law the replica-seconds of the gaps over the replicas that became ready in
 * them are the mean time to start, at any resolution: single starts are mostly shorter than a
 * window. How much starts differ cannot be seen so; that stays as it is assumed.
 *
 * <p>A gap that does not close within an hour is no start but a want of room, and one in which
 * fewer are asked for again may be closed by giving up: both are left out. A replica that is
 * replaced counts as a start, which it is.
 */
final class StartGaps {
    private static final int LONGEST_SECONDS = 3600;
    private static final int ENOUGH_STARTS = 5;
    private static final double CLOSED = 1e-9;

    private final History history;
    private double replicaSeconds;
    private double starts;

    private StartGaps(History history) {
        this.history = history;
    }

    /** What the whole past tells. */
    static LearnedStart learn(History history, Prior prior) {
        Optional<StartUp> said = prior.startUp();
        if (said.isPresent()) {
            return new LearnedStart(said.get(), Origin.GIVEN, 0, "it was given");
        }
        if (history.desired().known() == 0) {
            return assumed("what was asked for is not known: give --desired or --lead-time");
        }
        StartGaps gaps = new StartGaps(history);
        gaps.collect();
        if (gaps.starts < ENOUGH_STARTS) {
            return assumed(
                    "only %.0f starts were seen, at least %d are needed: give --lead-time"
                            .formatted(gaps.starts, ENOUGH_STARTS));
        }
        return gaps.replicaSeconds > 0
                ? gaps.seen()
                : assumed(
                        "whatever was asked for was ready at once: is --desired what was asked for;"
                                + " else give --lead-time");
    }

    private static LearnedStart assumed(String why) {
        return new LearnedStart(StartUp.DEFAULT, Origin.ASSUMED, 0, why);
    }

    /**
     * Of a lognormal time the median is its mean over e to half the logarithm's variance; to the
     * second, which is finer than it can be known.
     */
    private LearnedStart seen() {
        double spread = StartUp.DEFAULT.spread();
        double median = replicaSeconds / starts / StrictMath.exp(spread * spread / 2);
        return new LearnedStart(
                new StartUp(Math.rint(median), spread),
                Origin.SEEN,
                (int) Math.round(starts),
                "replicas that were asked for and not ready");
    }

    private void collect() {
        int window = 0;
        while (window < history.windows()) {
            int end = endOfGap(window);
            if (end == window || isStart(window, end)) {
                add(window, end);
            }
            window = end + 1;
        }
    }

    /** Whether a gap is closed by replicas that started, and soon. */
    private boolean isStart(int from, int end) {
        long seconds = (long) (end - from) * history.windowSeconds();
        return end < history.windows()
                && isKnown(end)
                && seconds <= LONGEST_SECONDS
                && !falls(from, end);
    }

    /** Whether something that was asked for was given up meanwhile. */
    private boolean falls(int from, int end) {
        for (int window = from + 1; window <= end; window++) {
            if (history.desired().value(window) < history.desired().value(window - 1) - CLOSED) {
                return true;
            }
        }
        return false;
    }

    /** The first window from {@code window} on that has no gap between asked for and ready. */
    private int endOfGap(int window) {
        int end = window;
        while (end < history.windows() && isKnown(end) && missing(end) > CLOSED) {
            end++;
        }
        return end;
    }

    /** Takes in a gap and the window in which it is closed, or a window without one. */
    private void add(int from, int end) {
        for (int window = from; window <= end; window++) {
            if (isKnown(window)) {
                replicaSeconds += Math.max(0, missing(window)) * history.windowSeconds();
                starts += risen(window);
            }
        }
    }

    private double risen(int window) {
        if (window == 0 || !isKnown(window - 1)) {
            return 0;
        }
        return Math.max(0, history.ready().value(window) - history.ready().value(window - 1));
    }

    private double missing(int window) {
        return history.desired().value(window) - history.ready().value(window);
    }

    private boolean isKnown(int window) {
        return history.desired().isKnown(window) && history.ready().isKnown(window);
    }
}
