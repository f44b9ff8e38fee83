// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * The memory of one replica: of each window of 24 h, which follow one another from its first sample
 * on, the aggregate gets only the peak. A sample above the peak of its window replaces it there.
 *
 * <p>A container that was killed for want of memory (OOM) gives a sample too: what it had requested
 * or used at most, and a fifth or 100 MiB more. What an earlier kill gave is not what it used, so
 * that one kill after the other does not drive the peak up. Two more of upstream's ways are kept: a
 * window that began with a sample of zero bytes takes no other, and after a kill a sample may be
 * older than the ones before.
 *
 * <p>Source: {@code pkg/recommender/model/container.go}. Not thread-safe.
 */
final class MemoryWindow {
    static final Duration LENGTH = Duration.ofHours(24);

    private static final Instant NEVER = Instant.MIN.plus(LENGTH);
    private static final double OOM_RATIO = 1.2;
    private static final Amount OOM_LEAST = new Amount(100L * 1024 * 1024);

    private enum Origin {
        USAGE,
        OOM
    }

    private final Function<Instant, UsageAggregate> aggregate;
    private Instant last = NEVER;
    private Instant end = NEVER;
    private Amount usagePeak = Amount.ZERO;
    private Amount oomPeak = Amount.ZERO;

    MemoryWindow(Function<Instant, UsageAggregate> aggregate) {
        this.aggregate = aggregate;
    }

    /** Whether the sample was taken: one that is older than the last is not. */
    boolean add(Instant at, Amount usage) {
        if (at.isBefore(last)) {
            return false;
        }
        observe(at, usage, Origin.USAGE);
        return true;
    }

    /** Whether the kill was taken: one from before the present window is not. */
    boolean addOom(Instant at, Amount requested) {
        if (at.isBefore(end.minus(LENGTH))) {
            return false;
        }
        Amount used = requested.atLeast(usagePeak);
        Amount needed = used.plus(OOM_LEAST).atLeast(used.scaled(OOM_RATIO));
        observe(at, needed, Origin.OOM);
        return true;
    }

    private void observe(Instant at, Amount usage, Origin origin) {
        last = at;
        if (end.equals(NEVER)) {
            end = at;
        }
        if (!at.isBefore(end)) {
            openWindow(at);
            keep(at, usage, origin);
        } else if (isAbovePeak(usage)) {
            aggregate.apply(at).removePeak(peak(), end);
            keep(at, usage, origin);
        }
    }

    private void openWindow(Instant at) {
        long past = Duration.between(end, at).dividedBy(LENGTH);
        end = end.plus(LENGTH.multipliedBy(past + 1));
        usagePeak = Amount.ZERO;
        oomPeak = Amount.ZERO;
    }

    private boolean isAbovePeak(Amount usage) {
        return !peak().equals(Amount.ZERO) && usage.compareTo(peak()) > 0;
    }

    private Amount peak() {
        return usagePeak.atLeast(oomPeak);
    }

    private void keep(Instant at, Amount usage, Origin origin) {
        aggregate.apply(at).addPeak(usage, end);
        switch (origin) {
            case USAGE -> usagePeak = usage;
            case OOM -> oomPeak = usage;
        }
    }
}
