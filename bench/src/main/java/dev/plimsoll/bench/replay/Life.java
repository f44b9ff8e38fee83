// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

import dev.plimsoll.adapter.journal.Lease;
import dev.plimsoll.adapter.journal.Store;
import dev.plimsoll.adapter.journal.StoredJournal;
import dev.plimsoll.control.Cycle;
import dev.plimsoll.control.Knowledge;
import dev.plimsoll.control.Reconciliation;
import dev.plimsoll.control.Restoration;
import dev.plimsoll.control.Retention;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.fleet.Fleet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A controller from the opening of its store until it ends, as {@code plimsoll run} goes through
 * it: it reconciles, restores, decides, and saves one workload's knowledge after each cycle. Not
 * thread-safe.
 */
final class Life {
    private static final Retention ALL = new Retention(Duration.ofDays(365), Duration.ofDays(365));

    private final StoredJournal journal;
    private final FleetAtHand fleet;
    private final Knowledge knowledge;
    private final List<WorkloadId> workloads;
    private final Cycle cycle;
    private int cycles;

    /** Begins on a journal that was just opened for it, and does not close it. */
    Life(StoredJournal journal, Estate estate, Fleet fleet) {
        this.journal = journal;
        this.fleet = new FleetAtHand(fleet, journal.epoch());
        Reconciliation.of(journal.unfinished(), this.fleet.inventory(), fleet.now())
                .forEach(journal::append);
        journal.commit();
        this.workloads = new ArrayList<>(estate.workloads());
        this.knowledge =
                Restoration.of(journal, estate.workloads(), estate::fresh, fleet.now()).knowledge();
        this.cycle = new Cycle(this.fleet, this.fleet, journal, knowledge, new Guard());
    }

    /** The journal that a controller goes on from, or of controllers that have ended. */
    static StoredJournal open(Store store) {
        return StoredJournal.open(store, new Lease("replay", Duration.ZERO), ALL);
    }

    void cycle(Instant now) {
        cycle.run(now);
        save(workloads.get(cycles++ % workloads.size()));
    }

    void tick(Instant now) {
        cycle.tick(now);
    }

    /** It is killed right after its next action was carried out. */
    void killAtNextAction() {
        fleet.killAtNextAction();
    }

    /** It ends as it was asked to. */
    void saveAll() {
        workloads.forEach(this::save);
        journal.commit();
    }

    private void save(WorkloadId workload) {
        journal.save(workload, knowledge.of(workload).snapshot());
    }
}
