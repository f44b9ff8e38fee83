// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import dev.plimsoll.model.Replica;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Reading.Cause;
import dev.plimsoll.telemetry.Reading.Doubt;
import dev.plimsoll.telemetry.Readings;
import dev.plimsoll.telemetry.ReplicaReading;
import dev.plimsoll.telemetry.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The readings of a random life, of every quality. Spells of calm alternate with storms of retries,
 * and with spells in which nothing helps: the objective is missed, and goodput stays as it is.
 */
final class Weather {
    static final double PER_REPLICA = 10;

    private enum Spell {
        CALM,
        STORM,
        HELPLESS
    }

    private final SplittableRandom random;
    private Spell spell = Spell.CALM;
    private int turnsLeft;
    private double need = 10;

    Weather(SplittableRandom random) {
        this.random = random;
    }

    void pass() {
        need = Math.clamp(need + random.nextInt(-4, 5), 0, 60);
        if (turnsLeft-- <= 0) {
            spell = Spell.values()[random.nextInt(Spell.values().length)];
            turnsLeft = random.nextInt(5, 30);
        }
    }

    boolean isHelpless() {
        return spell == Spell.HELPLESS;
    }

    Readings readings(Instant now, List<Replica> replicas) {
        Instant end = now.minusSeconds(random.nextInt(0, 15));
        Map<Signal, Reading> readings = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            readings.put(signal, reading(signal, value(signal), end));
        }
        if (random.nextInt(4) > 0) {
            readings.put(Signal.PUSHED_DEMAND, Reading.NEVER_SEEN);
        }
        List<ReplicaReading> each = new ArrayList<>();
        for (Replica replica : replicas) {
            Reading sessions = reading(Signal.SESSIONS, random.nextInt(9), end);
            each.add(new ReplicaReading(replica.name(), Reading.NEVER_SEEN, sessions));
        }
        return Readings.of(readings, each);
    }

    private double value(Signal signal) {
        return switch (signal) {
            case DEMAND, PUSHED_DEMAND -> PER_REPLICA * need + random.nextInt(10);
            case RETRIES -> spell == Spell.STORM ? PER_REPLICA * need * random.nextDouble() : 0;
            case REJECTED -> spell == Spell.STORM ? random.nextInt(20) : 0;
            case TAIL_LATENCY -> isHelpless() ? 1 + 0.01 * random.nextDouble() : latency();
            case GOODPUT -> isHelpless() ? 100 + random.nextDouble() : random.nextInt(200);
            case ERROR_RATIO -> random.nextInt(10) == 0 ? 0.2 : 0;
            default -> random.nextDouble();
        };
    }

    private double latency() {
        return random.nextInt(3) == 0 ? 0.5 : 0.2;
    }

    private Reading reading(Signal signal, double value, Instant end) {
        boolean clear = signal == Signal.TAIL_LATENCY || signal == Signal.GOODPUT;
        if (clear && isHelpless()) {
            return new Reading.Fresh(value, end);
        }
        return switch (random.nextInt(24)) {
            case 0 -> new Reading.Stale(value, end.minusSeconds(300));
            case 1 -> new Reading.Absent(Cause.INVALID);
            case 2 -> Reading.NEVER_SEEN;
            case 3 -> new Reading.Suspect(0, end, Doubt.ZERO);
            case 4 -> new Reading.Suspect(value, end, Doubt.FROZEN);
            case 5 -> new Reading.Suspect(value, end, Doubt.PARTIAL);
            default -> new Reading.Fresh(value, end);
        };
    }
}
