// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.history;

import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.telemetry.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Says why a model is not to be trusted: where it is off, and what that looks like. */
final class Doubts {
    private static final int ENOUGH_WINDOWS = 30;

    /** A share of the windows from which on something is no accident. */
    private static final double OFTEN = 0.05;

    private static final double FULL = 0.97;
    private static final double NOT_FULL = 0.90;

    /** Below this, the one hardly follows the other. */
    private static final double UNRELATED = 0.2;

    private final History history;
    private final ServiceModel service;
    private final List<ModelledWindow> windows;

    Doubts(History history, ServiceModel service, List<ModelledWindow> windows) {
        this.history = history;
        this.service = service;
        this.windows = windows;
    }

    /** A sentence each, without an end; none if the model reproduces what was seen. */
    List<String> about(List<AspectError> aspects) {
        int compared = aspects.stream().mapToInt(AspectError::windows).max().orElse(0);
        if (compared < ENOUGH_WINDOWS) {
            return List.of(
                    compared == 0
                            ? "nothing was seen that the model could be held against: give --cpu,"
                                    + " and --latency"
                            : "only %d windows could be compared, %d are needed"
                                    .formatted(compared, ENOUGH_WINDOWS));
        }
        List<String> doubts = new ArrayList<>();
        aspects.stream()
                .filter(each -> each.error() > Reproduction.MOST_ERROR)
                .forEach(each -> doubts.add(sentence(each)));
        if (!doubts.isEmpty()) {
            overload().ifPresent(doubts::add);
            drift().ifPresent(doubts::add);
            unrelatedLatency().ifPresent(doubts::add);
        }
        return doubts;
    }

    private static String sentence(AspectError each) {
        String off =
                "%s is off by %s: the model says %s, %s was seen"
                        .formatted(
                                each.aspect().label(),
                                percent(each.error()),
                                shown(each.aspect(), each.modelled()),
                                shown(each.aspect(), each.seen()));
        return off + each.worst().map(worst -> sentence(each.aspect(), worst)).orElse("");
    }

    private static String sentence(Aspect aspect, AspectError.WorstHour worst) {
        return "; worst in the hour from %s, %s against %s"
                .formatted(
                        worst.start(),
                        shown(aspect, worst.modelled()),
                        shown(aspect, worst.seen()));
    }

    private static String shown(Aspect aspect, double value) {
        return switch (aspect) {
            case BUSY_SHARE, VIOLATIONS -> percent(value);
            case MEAN_LATENCY, TAIL_LATENCY -> number("%.0f ms", value * 1000);
        };
    }

    /** Demand that the replicas could not have served, while they were not full. */
    private Optional<String> overload() {
        long beyond =
                windows.stream()
                        .filter(window ->
                                window.busyShare() > FULL
                                        && seen(Signal.UTILIZATION, window).orElse(1) < NOT_FULL)
                        .count();
        double share = (double) beyond / windows.size();
        return share < OFTEN
                ? Optional.empty()
                : Optional.of(
                        "in %s of the windows demand is beyond what the replicas could serve, and they were not full: is it the demand of this service"
                                .formatted(percent(share)));
    }

    /** Requests that keep replicas busy for longer or shorter than those that taught. */
    private Optional<String> drift() {
        double[] ratios =
                windows.stream()
                        .mapToDouble(this::slowing)
                        .filter(ratio -> ratio > 0)
                        .sorted()
                        .toArray();
        if (ratios.length < ENOUGH_WINDOWS) {
            return Optional.empty();
        }
        double low = ratios[ratios.length / 10];
        double high = ratios[ratios.length * 9 / 10];
        boolean within = high <= 1 + Reproduction.MOST_ERROR && low >= 1 - Reproduction.MOST_ERROR;
        return within
                ? Optional.empty()
                : Optional.of(
                        "a request keeps a replica busy for %s to %s times as long as in the leading part: the service has changed, or demand, replicas and busy share are not of the same service"
                                .formatted(number("%.2f", low), number("%.2f", high)));
    }

    /** Busy seconds of a request over those of the model; 0 where that is not known. */
    private double slowing(ModelledWindow window) {
        OptionalDouble share = seen(Signal.UTILIZATION, window);
        OptionalDouble demand = seen(Signal.DEMAND, window);
        OptionalDouble ready = seen(Signal.READY_REPLICAS, window);
        boolean known = share.isPresent() && ready.isPresent() && demand.orElse(0) > 0;
        return known
                ? share.getAsDouble()
                        * ready.getAsDouble()
                        / demand.getAsDouble()
                        * service.station().saturationRate()
                : 0;
    }

    private Optional<String> unrelatedLatency() {
        return unrelated(Signal.TAIL_LATENCY, ModelledWindow::tailSeconds)
                        || unrelated(Signal.MEAN_LATENCY, ModelledWindow::meanSeconds)
                ? Optional.of(
                        "latency does not go with load: something else than the replicas rules it")
                : Optional.empty();
    }

    /** Whether what was seen hardly follows the model: the correlation of the logarithms. */
    private boolean unrelated(Signal signal, ToDoubleFunction<ModelledWindow> modelled) {
        List<ModelledWindow> both =
                windows.stream()
                        .filter(window ->
                                seen(signal, window).orElse(0) > 0
                                        && modelled.applyAsDouble(window) > 0)
                        .toList();
        double[] ours = logs(both, modelled);
        double[] theirs = logs(both, window -> seen(signal, window).orElse(1));
        return both.size() >= ENOUGH_WINDOWS && correlation(ours, theirs) < UNRELATED;
    }

    private static double[] logs(
            List<ModelledWindow> windows, ToDoubleFunction<ModelledWindow> value) {
        return windows.stream().mapToDouble(value).map(StrictMath::log).toArray();
    }

    /** 1 where either does not change. */
    private static double correlation(double[] ours, double[] theirs) {
        double ourMean = Arrays.stream(ours).average().orElse(0);
        double theirMean = Arrays.stream(theirs).average().orElse(0);
        double together = 0;
        double ourSquares = 0;
        double theirSquares = 0;
        for (int i = 0; i < ours.length; i++) {
            together += (ours[i] - ourMean) * (theirs[i] - theirMean);
            ourSquares += (ours[i] - ourMean) * (ours[i] - ourMean);
            theirSquares += (theirs[i] - theirMean) * (theirs[i] - theirMean);
        }
        double scale = Math.sqrt(ourSquares * theirSquares);
        return scale > 0 ? together / scale : 1;
    }

    private OptionalDouble seen(Signal signal, ModelledWindow window) {
        return history.of(signal).at(window.window());
    }

    private static String percent(double share) {
        return number("%.1f %%", share * 100);
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
