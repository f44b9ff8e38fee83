// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

import dev.plimsoll.adapter.journal.Store;
import dev.plimsoll.adapter.journal.StoredJournal;
import dev.plimsoll.control.JournalEntry;
import dev.plimsoll.control.Replay;
import dev.plimsoll.sim.fleet.Fleet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Controllers that live through a scenario one after the other, a cycle each 15 s and a look each 2
 * s of its time. From one to the next nobody is there for a while. Not thread-safe.
 */
final class Run {
    private static final int CYCLE_SECONDS = 15;
    private static final int TICK_SECONDS = 2;
    private static final int LONGEST_ABSENCE_SECONDS = 90;
    private static final List<Ending> ENDINGS = List.of(Ending.values());

    private final Store store;
    private final Estate estate;
    private final Fleet fleet;
    private final SplittableRandom random;
    private final int meanLifeSeconds;
    private int ends;

    /**
     * A run at the scenario's first second.
     *
     * @param meanLife of a controller
     * @param seed of all that is drawn at random
     */
    Run(Store store, Estate estate, Duration meanLife, long seed) {
        this.store = store;
        this.estate = estate;
        this.fleet = estate.copies().fleet(seed);
        this.random = new SplittableRandom(seed);
        this.meanLifeSeconds = (int) meanLife.toSeconds();
    }

    /** Plays the scenario for so long, or to its end. */
    void play(Duration most) {
        Instant asked = fleet.start().plus(most);
        Instant until = fleet.end().filter(asked::isAfter).orElse(asked);
        while (fleet.now().isBefore(until)) {
            live(until);
        }
    }

    /** How many controllers ended before the scenario did. */
    int ends() {
        return ends;
    }

    /** Decides everything again from the store, as if nobody had ever ended. */
    Replay.Result replay() {
        try (StoredJournal journal = Life.open(store)) {
            List<JournalEntry> entries = journal.read();
            return Replay.of(entries, estate.fresh());
        }
    }

    private void live(Instant until) {
        Ending ending = ENDINGS.get(random.nextInt(ENDINGS.size()));
        Instant end = fleet.now().plusSeconds(1 + random.nextInt(2 * meanLifeSeconds));
        try (StoredJournal journal = Life.open(store)) { // what was not committed is gone
            Life life = new Life(journal, estate, fleet);
            work(life, end.isBefore(until) ? end : until);
            if (end.isBefore(until)) {
                ends++;
                end(life, ending, until);
            }
        }
        fleet.playTo(fleet.now().plusSeconds(random.nextInt(LONGEST_ABSENCE_SECONDS)));
    }

    private void end(Life life, Ending ending, Instant until) {
        switch (ending) {
            case IN_PEACE -> life.saveAll();
            case BETWEEN_TURNS -> {}
            case WHILE_ACTING -> {
                life.killAtNextAction();
                try {
                    work(life, until);
                } catch (KilledException e) {
                    // It never hears of it, and nor does its journal.
                }
            }
        }
    }

    private void work(Life life, Instant until) {
        while (fleet.now().isBefore(until)) {
            fleet.playTo(fleet.now().plusSeconds(1));
            long second = Duration.between(fleet.start(), fleet.now()).toSeconds();
            if (second % CYCLE_SECONDS == 0) {
                life.cycle(fleet.now());
            } else if (second % CYCLE_SECONDS % TICK_SECONDS == 0) {
                life.tick(fleet.now());
            }
        }
    }
}
