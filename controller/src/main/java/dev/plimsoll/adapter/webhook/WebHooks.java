// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import dev.plimsoll.adapter.webhook.Courier.Clockwork;
import dev.plimsoll.control.Event;
import dev.plimsoll.control.Notifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator.SplittableGenerator;

/** Tells receivers over HTTP; whoever they are at the time. Thread-safe. */
public final class WebHooks implements Notifier, AutoCloseable {
    private final Clockwork clockwork;
    private final SplittableGenerator random;
    private final Standing standing;
    private final SequencedMap<Receiver, Courier> couriers = new LinkedHashMap<>();
    private String controller = "";

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

    @Override
    public synchronized void notify(Event event) {
        String body = CloudEvent.json(event, controller);
        Letter letter = new Letter(event.id(), body, clockwork.wall().instant());
        couriers.values().forEach(courier -> courier.take(letter));
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
