// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.fleet.AppliedOrder;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.fleet.ScaleAnswer;
import dev.plimsoll.sim.fleet.ScaleOrder;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A fleet whose time passes: whoever asks meets it at the present. What is applied is in the ledger
 * first, and there for certain before it is answered. Thread-safe: one asks at a time.
 */
public final class LiveFleet {
    private final Fleet fleet;
    private final Ledger ledger;
    private final Pace pace;

    /**
     * A fleet that begins to live. The orders of its ledger are carried out again, each at its
     * time, and it goes on from the last of them.
     *
     * @param speed how many seconds pass for the fleet in one
     * @param nanos a clock as {@link System#nanoTime}
     * @throws InvalidInputException if the ledger's orders do not fit the fleet
     */
    public LiveFleet(Fleet fleet, Ledger ledger, int speed, LongSupplier nanos) {
        this.fleet = fleet;
        this.ledger = ledger;
        ledger.earlier().forEach(this::again);
        this.pace = new Pace(fleet.now(), speed, nanos);
    }

    public int speed() {
        return pace.speed();
    }

    /** What the fleet says to a question now. */
    public synchronized <T> T ask(Function<Fleet, T> question) {
        catchUp();
        return question.apply(fleet);
    }

    /**
     * Answers an order; one that is accepted is carried out then, and in the ledger for certain.
     * Whoever asks something else meanwhile does not wait for the disk.
     */
    public ScaleAnswer order(ScaleOrder order) {
        ScaleAnswer answer = carriedOut(order);
        switch (answer) {
            case ScaleAnswer.Accepted _, ScaleAnswer.Repeated _ -> ledger.sync();
            default -> {}
        }
        return answer;
    }

    private synchronized ScaleAnswer carriedOut(ScaleOrder order) {
        catchUp();
        ScaleAnswer answer = fleet.judge(order);
        if (answer instanceof ScaleAnswer.Accepted accepted) {
            ledger.append(accepted.applied());
            fleet.apply(accepted);
        }
        return answer;
    }

    private void catchUp() {
        fleet.playTo(pace.instant());
    }

    private void again(AppliedOrder applied) {
        fleet.playTo(applied.at());
        if (fleet.judge(applied.order()) instanceof ScaleAnswer.Accepted accepted
                && accepted.applied().equals(applied)) {
            fleet.apply(accepted);
            return;
        }
        throw new InvalidInputException(
                "--ledger",
                "actionId",
                applied.order().actionId(),
                "was not applied to this fleet, or the scenario has changed; name another ledger");
    }
}
