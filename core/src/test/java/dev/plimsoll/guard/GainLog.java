// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.plan.Outlook;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All looks and scale-outs of a life, for {@link Invariants}. From them it tells each time anew
 * whether the last two scale-outs that can be judged helped.
 */
final class GainLog {
    private record Event(Outlook outlook, Optional<Integer> scaledOutTo) {}

    private enum Judgement {
        HELPED,
        USELESS,
        NEVER_CAME
    }

    private record Judged(int event, Judgement judgement) {}

    private final List<Event> events = new ArrayList<>();

    void looked(Outlook outlook) {
        events.add(new Event(outlook, Optional.empty()));
    }

    void scaledOut(Outlook outlook, int to) {
        events.add(new Event(outlook, Optional.of(to)));
    }

    /** Two in a row brought nothing, the objective was missed ever since, for up to ten minutes. */
    boolean areUseless(Instant now) {
        Row row = row();
        return row.isUseless() && isWithin(row.useless().getLast(), now);
    }

    /**
     * More than the rise of demand justifies while the last is not judged, or than a tenth after.
     */
    boolean areUnproven(Outlook now, int to) {
        Row row = row();
        int current = now.current();
        if (row.open().isPresent()) {
            Event trial = events.get(row.open().get());
            double then = value(trial.outlook(), Signal.DEMAND);
            double rise = then > 0 ? value(now, Signal.DEMAND) / then : 1;
            return to > current && to > Math.ceil(trial.scaledOutTo().orElseThrow() * rise - 1e-9);
        }
        return !row.useless().isEmpty() && to > current + Math.max(1, current / 10);
    }

    /** The useless ones at the end, and the scale-out that is still to be judged. */
    private record Row(List<Judged> useless, Optional<Integer> open) {
        boolean isUseless() {
            return useless.size() >= 2;
        }
    }

    private Row row() {
        List<Judged> row = new ArrayList<>();
        Optional<Integer> open = Optional.empty();
        for (int i = 0; i < events.size() && open.isEmpty(); i++) {
            Event event = events.get(i);
            if (event.scaledOutTo().isPresent() && isMissed(event.outlook())) {
                Optional<Judged> judged = judge(i, event.scaledOutTo().get());
                if (judged.isEmpty()) {
                    open = Optional.of(i);
                    continue;
                }
                switch (judged.get().judgement()) {
                    case USELESS -> row.add(judged.get());
                    case HELPED -> row.clear();
                    case NEVER_CAME -> {}
                }
                i = judged.get().event();
            }
        }
        row.removeIf(judged -> wasMetAfter(judged.event()));
        return new Row(row, open);
    }

    private boolean isWithin(Judged last, Instant now) {
        Instant found = events.get(last.event()).outlook().at();
        return Duration.between(found, now).compareTo(Duration.ofMinutes(10)) < 0;
    }

    /** The judgement on the scale-out of an event, if it can be made yet. */
    private Optional<Judged> judge(int event, int size) {
        Optional<Instant> ready = Optional.empty();
        for (int i = event + 1; i < events.size(); i++) {
            Outlook look = events.get(i).outlook();
            if (events.get(i).scaledOutTo().isPresent()) {
                continue;
            }
            if (look.snapshot().inventory().desired() < size) {
                return Optional.of(new Judged(i, Judgement.NEVER_CAME));
            }
            if (ready.isEmpty() && look.snapshot().inventory().ready() >= size) {
                ready = Optional.of(look.at());
            }
            if (ready.isPresent()
                    && !wholeIntervalIsReadSince(ready.get(), look)
                    && Duration.between(ready.get(), look.at()).compareTo(Duration.ofMinutes(5))
                            > 0) {
                return Optional.of(new Judged(i, Judgement.NEVER_CAME));
            }
            if (ready.isPresent() && wholeIntervalIsReadSince(ready.get(), look)) {
                return Optional.of(new Judged(i, compare(events.get(event).outlook(), look)));
            }
        }
        return Optional.empty();
    }

    private static Judgement compare(Outlook before, Outlook after) {
        boolean moreDone = value(after, Signal.GOODPUT) > 1.05 * value(before, Signal.GOODPUT);
        boolean faster =
                value(after, Signal.TAIL_LATENCY) < 0.95 * value(before, Signal.TAIL_LATENCY);
        return isMissed(after) && !moreDone && !faster ? Judgement.USELESS : Judgement.HELPED;
    }

    private static boolean wholeIntervalIsReadSince(Instant ready, Outlook look) {
        return look.snapshot().readings().of(Signal.TAIL_LATENCY)
                        instanceof Reading.Fresh(var _, var end)
                && Duration.between(ready, end)
                                .compareTo(look.workload().cadence().metricsInterval())
                        >= 0;
    }

    private boolean wasMetAfter(int event) {
        return events.subList(event + 1, events.size()).stream()
                .filter(later -> later.scaledOutTo().isEmpty())
                .map(Event::outlook)
                .anyMatch(look ->
                        look.snapshot().readings().of(Signal.TAIL_LATENCY) instanceof Reading.Fresh
                                && !isMissed(look));
    }

    private static boolean isMissed(Outlook look) {
        return value(look, Signal.TAIL_LATENCY) > look.workload().slo().targetSeconds()
                || value(look, Signal.ERROR_RATIO) > 0.05;
    }

    private static double value(Outlook look, Signal signal) {
        return look.snapshot().readings().of(signal) instanceof Reading.Fresh(double value, var _)
                ? value
                : 0;
    }
}
