// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.adapter.fleet.FleetClient.Reply;
import dev.plimsoll.control.PlatformException;
import dev.plimsoll.control.PlatformException.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The clock of whoever scales a fleet: it runs as fast as the fleet's, and never backwards. Where
 * the fleet's own clock goes another way, because it was started again or held up, what it dates is
 * shifted. Thread-safe.
 */
public final class FleetClock implements InstantSource {
    /** A fleet is up to a step behind, and an answer takes its time; in seconds of the wall. */
    private static final int TOLERANCE_SECONDS = 2;

    /** At a high speed a slow answer is a wrong one; the first is slow where a program is young. */
    private static final int QUESTIONS = 10;

    /** The longest step of a scenario's time. */
    private static final int LONGEST_STEP_SECONDS = 60;

    private final Instant begin;
    private final long beginNanos;
    private final int speed;
    private final LongSupplier nanos;
    private volatile Duration shift;

    /**
     * A clock that begins now.
     *
     * @param fleet what the fleet's clock shows
     * @param least what this one shows at least
     * @param speed how many seconds pass for the fleet in one
     * @param nanos a clock as {@link System#nanoTime}
     */
    public FleetClock(Instant fleet, Instant least, int speed, LongSupplier nanos) {
        this(new Answer(fleet, speed, nanos.getAsLong(), 0), least, nanos);
    }

    private FleetClock(Answer answer, Instant least, LongSupplier nanos) {
        this.begin = least.isAfter(answer.now()) ? least : answer.now();
        this.beginNanos = answer.nanos();
        this.speed = answer.speed();
        this.nanos = nanos;
        this.shift = Duration.between(answer.now(), begin);
    }

    /**
     * What a fleet said when it was asked how late it is.
     *
     * @param nanos half-way between the question and the answer
     * @param roundTrip how long the two took
     */
    private record Answer(Instant now, int speed, long nanos, long roundTrip) {}

    /**
     * Asks a fleet how late it is, a few times: the quickest answer is the best.
     *
     * @throws PlatformException if it does not say
     */
    public static FleetClock of(FleetClient client, Instant least, LongSupplier nanos) {
        Answer best = ask(client, nanos);
        for (int i = 1; i < QUESTIONS; i++) {
            Answer next = ask(client, nanos);
            best = next.roundTrip() < best.roundTrip() ? next : best;
        }
        return new FleetClock(best, least, nanos);
    }

    private static Answer ask(FleetClient client, LongSupplier nanos) {
        long sent = nanos.getAsLong();
        Reply reply = client.get("/v1/time");
        long roundTrip = nanos.getAsLong() - sent;
        return switch (reply) {
            case Reply.Said(int status, var body) when status == 200 ->
                    read(client, body, sent + roundTrip / 2, roundTrip);
            case Reply.Said(int status, var _) -> throw unreadable(client, "status " + status);
            case Reply.Silent(var fault, var detail) ->
                    throw new PlatformException(fault, client.name(), detail);
        };
    }

    private static Answer read(FleetClient client, JsonNode body, long nanos, long roundTrip) {
        try {
            Instant now = Instant.parse(InventoryJson.text(body, "now"));
            int speed = Math.toIntExact(Math.max(1, InventoryJson.whole(body, "speed")));
            return new Answer(now, speed, nanos, roundTrip);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw unreadable(client, String.valueOf(e.getMessage()));
        }
    }

    private static PlatformException unreadable(FleetClient client, String detail) {
        return new PlatformException(Fault.UNREADABLE, client.name(), detail);
    }

    @Override
    public Instant instant() {
        long passed = nanos.getAsLong() - beginNanos;
        return begin.plus(Duration.ofNanos(passed).multipliedBy(speed))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** How many of its seconds pass in one. */
    public int speed() {
        return speed;
    }

    /** How far it is ahead of the fleet's. */
    public Duration shift() {
        return shift;
    }

    /** Takes note of what the fleet's clock shows. */
    void meet(Instant fleet) {
        Duration off = Duration.between(ours(fleet), instant());
        long tolerance = TOLERANCE_SECONDS * (long) speed + LONGEST_STEP_SECONDS;
        if (off.abs().compareTo(Duration.ofSeconds(tolerance)) > 0) {
            shift = shift.plus(off);
        }
    }

    /** What the fleet dates, by this clock. */
    Instant ours(Instant fleet) {
        return fleet.plus(shift);
    }
}
