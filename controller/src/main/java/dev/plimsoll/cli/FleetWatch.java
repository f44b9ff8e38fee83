// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.Inventory;
import dev.plimsoll.server.fleet.LiveFleet;
import dev.plimsoll.sim.fleet.Fleet;
import dev.plimsoll.sim.scenario.Scenario;
import dev.plimsoll.telemetry.Reading;
import dev.plimsoll.telemetry.Signal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a fleet live, and tells a person now and then how it is. Not thread-safe. */
final class FleetWatch {
    static final Duration FOREVER = Duration.ofDays(36_500);

    private static final Duration LINE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(200);

    /** Of more workloads there is one line together. */
    private static final int MOST_LINES = 10;

    private final PrintStream out;
    private final LiveFleet fleet;
    private final Scenario scenario;

    FleetWatch(PrintStream out, LiveFleet fleet, Scenario scenario) {
        this.out = out;
        this.fleet = fleet;
        this.scenario = scenario;
    }

    /** Says where the fleet can be asked, and what becomes of it, a line each. */
    void begin(String addresses) {
        String pace = fleet.speed() == 1 ? "in real time" : "%d times as fast as life";
        out.printf(
                Locale.ROOT,
                "plimsoll: fleet %s listens on %s, %s%n",
                scenario.name(),
                addresses,
                pace.formatted(fleet.speed()));
        out.printf(Locale.ROOT, "plimsoll: %s%n", fleet.ask(this::prospect));
        out.flush();
    }

    /** Follows the fleet until its demand ends, so much time has passed, or it is stopped. */
    void follow(Duration most, CountDownLatch stop) throws InterruptedException {
        long begin = System.nanoTime();
        long lines = 0;
        boolean stopped = false;
        while (!stopped && !fleet.ask(Fleet::isOver)) {
            long passed = System.nanoTime() - begin;
            if (passed / LINE.toNanos() > lines) {
                lines = passed / LINE.toNanos();
                show();
            }
            long left = most.toNanos() - passed;
            stopped = left <= 0 || stop.await(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS);
        }
        show();
        sayWhetherItIsOver();
    }

    private String prospect(Fleet now) {
        return now.end()
                .map(end -> ending(now, end))
                .orElseGet(() ->
                        "its demand lasts %s, and begins again for good"
                                .formatted(
                                        DurationText.of(Duration.ofSeconds(scenario.seconds()))));
    }

    private String ending(Fleet now, Instant end) {
        Duration left = Duration.between(now.now(), end).dividedBy(fleet.speed());
        return "its demand ends at %s, in %s, and the fleet with it; with --repeat it begins again"
                .formatted(time(Duration.between(now.start(), end)), about(left));
    }

    /** To the minute; what is short to the second. */
    private static String about(Duration time) {
        long seconds = Math.max(1, time.plusMillis(500).toSeconds());
        long rounded = seconds < 120 ? seconds : 60 * ((seconds + 30) / 60);
        return DurationText.of(Duration.ofSeconds(rounded));
    }

    private void sayWhetherItIsOver() {
        if (fleet.ask(Fleet::isOver)) {
            out.printf(
                    Locale.ROOT,
                    "plimsoll: the demand of %s has ended, and the fleet with it; with --repeat it"
                            + " begins again%n",
                    scenario.name());
            out.flush();
        }
    }

    private void show() {
        out.print(fleet.ask(FleetWatch::state));
        out.flush();
    }

    private static String state(Fleet now) {
        List<Inventory> workloads = now.inventory(now.cursor());
        return workloads.size() > MOST_LINES ? line(now, workloads) : lines(now, workloads);
    }

    private static String line(Fleet now, List<Inventory> workloads) {
        return String.format(
                Locale.ROOT,
                "%s  %d workloads: %d of %d replicas ready, %s; orders applied: %d%n",
                time(now),
                workloads.size(),
                workloads.stream().mapToInt(Inventory::ready).sum(),
                workloads.stream().mapToInt(Inventory::desired).sum(),
                said(
                        workloads.stream()
                                .flatMapToDouble(each -> demand(now, each).stream())
                                .reduce(Double::sum)),
                now.applied());
    }

    private static String lines(Fleet now, List<Inventory> workloads) {
        StringBuilder line = new StringBuilder();
        for (Inventory inventory : workloads) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            "%s  %s: %d of %d replicas ready, %s; orders applied: %d%n",
                            time(now),
                            inventory.workload(),
                            inventory.ready(),
                            inventory.desired(),
                            said(demand(now, inventory)),
                            now.applied()));
        }
        return line.toString();
    }

    private static String time(Fleet now) {
        return time(Duration.between(now.start(), now.now()));
    }

    private static String time(Duration passed) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d",
                passed.toHours(),
                passed.toMinutesPart(),
                passed.toSecondsPart());
    }

    private static OptionalDouble demand(Fleet now, Inventory inventory) {
        return now.readings(inventory.workload()).stream()
                .map(readings -> readings.of(Signal.DEMAND))
                .filter(Reading.Fresh.class::isInstance)
                .map(Reading.Fresh.class::cast)
                .mapToDouble(Reading.Fresh::value)
                .findFirst();
    }

    private static String said(OptionalDouble demand) {
        return demand.isPresent()
                ? String.format(Locale.ROOT, "%.0f req/s", demand.getAsDouble())
                : "demand not readable";
    }
}
