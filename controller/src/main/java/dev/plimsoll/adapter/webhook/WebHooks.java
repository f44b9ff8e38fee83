// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import dev.plimsoll.adapter.webhook.Courier.Clockwork;
import dev.plimsoll.control.Event;
import dev.plimsoll.control.Notifier;
import dev.plimsoll.control.Selection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * Tells receivers over HTTP; whoever they are at the time. Of a journal it knows for each receiver
 * up to which position all has arrived, or was given up: where another process goes on.
 * Thread-safe.
 */
public final class WebHooks implements Notifier, AutoCloseable {
    private final Clockwork clockwork;
    private final SplittableGenerator random;
    private final Standing standing;
    private final SequencedMap<Receiver, Courier> couriers = new LinkedHashMap<>();
    private String controller = "";
    private long end = Selection.START;

    /**
     * Tells nobody yet.
     *
     * @param wall what attempts are dated by
     * @param random spreads attempts in time
     * @param standing is told how it stands with each receiver
     */
    public WebHooks(
            Patience patience,
            InstantSource wall,
            Waiting waiting,
            SplittableGenerator random,
            Standing standing) {
        this.clockwork = new Clockwork(wall, waiting, patience);
        this.random = random;
        this.standing = standing;
    }

    /**
     * From now on these are told, and no others. Those that were told before go on with what waits
     * for them.
     *
     * @param name of the controller that tells
     */
    public synchronized void tell(String name, List<Receiver> receivers) {
        controller = name;
        List<Receiver> over = new ArrayList<>(couriers.keySet());
        over.removeAll(receivers);
        over.forEach(this::dismiss);
        receivers.forEach(receiver -> couriers.computeIfAbsent(receiver, this::courier));
    }

    private Courier courier(Receiver receiver) {
        Courier courier =
                new Courier(
                        receiver,
                        new Post(receiver, clockwork.patience().answer(), clockwork.wall()),
                        new Backoff(random.split()),
                        clockwork,
                        standing);
        courier.outbox().reach(end);
        courier.begin();
        return courier;
    }

    /** Nobody waits for its end, and then nothing is wrong with it any more. */
    private void dismiss(Receiver receiver) {
        Courier courier = couriers.remove(receiver);
        if (courier != null) {
            courier.close();
            Thread.ofVirtual()
                    .start(() -> {
                        courier.end(clockwork.patience().closing());
                        standing.stands(receiver, Optional.empty());
                    });
        }
    }

    /**
     * From now on positions are of this journal. Who was told of it before goes on from there, and
     * all others from its end.
     *
     * @param told up to where each was, by name
     */
    public synchronized void follow(SortedMap<String, Long> told, long last) {
        end = last;
        couriers.forEach((receiver, courier) ->
                courier.outbox().follow(Math.min(last, told.getOrDefault(receiver.name(), last))));
    }

    /** All of the journal up to there was told. */
    public synchronized void reach(long last) {
        end = last;
        couriers.values().forEach(courier -> courier.outbox().reach(last));
    }

    /** Up to where all receivers were told of the journal; empty where there are none. */
    public synchronized OptionalLong reached() {
        return couriers.values().stream().mapToLong(courier -> courier.outbox().queued()).min();
    }

    /** Up to where the journal has arrived at each receiver, by name. */
    public synchronized SortedMap<String, Long> told() {
        SortedMap<String, Long> told = new TreeMap<>();
        couriers.forEach((receiver, courier) -> told.put(receiver.name(), courier.outbox().told()));
        return told;
    }

    @Override
    public synchronized void notify(Event event) {
        Letter letter = letter(event);
        for (Courier courier : couriers.values()) {
            courier.take(letter.behind(courier.outbox().queued()));
        }
    }

    /** Tells those of an entry of the journal who were not told of it before. */
    public synchronized void notify(Event event, long position) {
        Letter letter = letter(event).behind(position - 1);
        couriers.values().stream()
                .filter(courier -> courier.outbox().queued() < position)
                .forEach(courier -> courier.take(letter));
    }

    private Letter letter(Event event) {
        String body = CloudEvent.json(event, controller);
        return new Letter(event.id(), body, clockwork.wall().instant(), end);
    }

    /** Tries for a moment to deliver what waits; what is lost is said. */
    @Override
    public void close() {
        List<Courier> ending = ending();
        long begin = System.nanoTime();
        for (Courier courier : ending) {
            Duration spent = Duration.ofNanos(System.nanoTime() - begin);
            Duration left = clockwork.patience().closing().minus(spent);
            courier.end(left.isNegative() ? Duration.ZERO : left);
        }
    }

    private synchronized List<Courier> ending() {
        List<Courier> ending = List.copyOf(couriers.values());
        ending.forEach(Courier::close);
        return ending;
    }
}
