// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control.form;

import dev.plimsoll.control.Outcome;
import dev.plimsoll.control.PlatformException;
import dev.plimsoll.model.Action;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/** An action, and what came of it. */
final class ActionForm {
    private ActionForm() {}

    static void put(Action action, StateWriter out) {
        switch (action) {
            case Action.Scale(var workload, int from, int to, var victims) -> {
                Pieces.putWorkload(workload, out.putInt(0));
                out.putInt(from).putInt(to);
                Pieces.putList(victims, (victim, into) -> into.putString(victim), out);
            }
        }
    }

    static Action get(StateReader in) {
        int kind = in.getInt();
        if (kind != 0) {
            throw Pieces.unknown("action", kind);
        }
        return new Action.Scale(
                Pieces.getWorkload(in),
                in.getInt(),
                in.getInt(),
                Pieces.getList(StateReader::getString, in));
    }

    static void put(Outcome outcome, StateWriter out) {
        switch (outcome) {
            case Outcome.Applied(var action, var at) -> put(action, out.putInt(0).putInstant(at));
            case Outcome.Refused(var action, var at, var refusal) -> {
                Pieces.putConstant(refusal, out.putInt(1).putInstant(at));
                put(action, out);
            }
            case Outcome.Failed(var action, var at, var fault) -> {
                Pieces.putConstant(fault, out.putInt(2).putInstant(at));
                put(action, out);
            }
            case Outcome.Unsent(var action, var at) -> put(action, out.putInt(3).putInstant(at));
        }
    }

    static Outcome getOutcome(StateReader in) {
        int kind = in.getInt();
        var at = in.getInstant();
        return switch (kind) {
            case 0 -> new Outcome.Applied(get(in), at);
            case 1 -> {
                var refusal = Pieces.getConstant(Outcome.Refusal.class, in);
                yield new Outcome.Refused(get(in), at, refusal);
            }
            case 2 -> {
                var fault = Pieces.getConstant(PlatformException.Fault.class, in);
                yield new Outcome.Failed(get(in), at, fault);
            }
            case 3 -> new Outcome.Unsent(get(in), at);
            default -> throw Pieces.unknown("outcome", kind);
        };
    }
}
