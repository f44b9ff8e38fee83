// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.arima.ArimaOrder.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the orders that suit a history best. The differences come from {@link Differencing}. From
 * the best of four simple models the search goes on to any neighbour with a smaller corrected
 * criterion of Akaike, one order or a pair of them up or down, until there is none. Models near a
 * unit root, which promise more than they keep, are left out. Seasonal models are compared by their
 * conditional likelihood, which is quick, and the one that is left is then estimated exactly.
 *
 * <p>Source: Hyndman and Khandakar 2008, Automatic time series forecasting, section 3.2. Not
 * thread-safe.
 */
final class OrderSearch {
    private static final int MOST_MODELS = 40;
    private static final int MOST_COEFFICIENTS = 6;
    private static final double LEAST_ROOT = 1.01;

    /** The neighbours of an order, in the order in which they are tried. */
    private static final List<Shift> SHIFTS =
            List.of(
                    new Shift(0, 0, -1, 0),
                    new Shift(0, 0, 0, -1),
                    new Shift(0, 0, 1, 0),
                    new Shift(0, 0, 0, 1),
                    new Shift(0, 0, -1, -1),
                    new Shift(0, 0, 1, 1),
                    new Shift(-1, 0, 0, 0),
                    new Shift(0, -1, 0, 0),
                    new Shift(1, 0, 0, 0),
                    new Shift(0, 1, 0, 0),
                    new Shift(-1, -1, 0, 0),
                    new Shift(1, 1, 0, 0),
                    new Shift(-1, 1, 0, 0),
                    new Shift(1, -1, 0, 0));

    private record Shift(int p, int q, int seasonalP, int seasonalQ) {}

    private final ArimaOrder largest;
    private final RegularSeries history;
    private final List<ArimaOrder> tried = new ArrayList<>();
    private Optional<ArimaFit> best = Optional.empty();

    private OrderSearch(ArimaOrder largest, RegularSeries history) {
        this.largest = largest;
        this.history = history;
    }

    /** The best model; empty where the history is too short for any or nothing varies. */
    static Optional<ArimaFit> best(ArimaOrder largest, RegularSeries history) {
        return new OrderSearch(largest, history).run();
    }

    private Optional<ArimaFit> run() {
        ArimaOrder bare = Differencing.of(history, largest);
        for (Shift start :
                List.of(
                        new Shift(2, 2, 1, 1),
                        new Shift(0, 0, 0, 0),
                        new Shift(1, 0, 1, 0),
                        new Shift(0, 1, 0, 1))) {
            improvesBy(shifted(bare, limited(start)));
        }
        boolean moving = best.isPresent();
        while (moving) {
            moving = moves(best.orElseThrow().parameters().order());
        }
        return best.flatMap(this::refined);
    }

    private Shift limited(Shift start) {
        return new Shift(
                Math.min(start.p, largest.regular().p()),
                Math.min(start.q, largest.regular().q()),
                Math.min(start.seasonalP, largest.seasonal().p()),
                Math.min(start.seasonalQ, largest.seasonal().q()));
    }

    private boolean moves(ArimaOrder from) {
        for (Shift shift : SHIFTS) {
            if (isWithin(from, shift) && improvesBy(shifted(from, shift))) {
                return true;
            }
        }
        boolean mayToggle = largest.constant() && from.regular().d() + from.seasonal().d() <= 1;
        return mayToggle && improvesBy(from.withConstant(!from.constant()));
    }

    private boolean isWithin(ArimaOrder from, Shift shift) {
        return isWithin(from.regular().p() + shift.p, largest.regular().p())
                && isWithin(from.regular().q() + shift.q, largest.regular().q())
                && isWithin(from.seasonal().p() + shift.seasonalP, largest.seasonal().p())
                && isWithin(from.seasonal().q() + shift.seasonalQ, largest.seasonal().q());
    }

    private static boolean isWithin(int order, int most) {
        return order >= 0 && order <= most;
    }

    private static ArimaOrder shifted(ArimaOrder from, Shift shift) {
        Part regular = from.regular();
        Part seasonal = from.seasonal();
        if (from.period() == 1) {
            return new ArimaOrder(
                    new Part(regular.p() + shift.p, regular.d(), regular.q() + shift.q),
                    seasonal,
                    1,
                    from.constant());
        }
        return new ArimaOrder(
                new Part(regular.p() + shift.p, regular.d(), regular.q() + shift.q),
                new Part(
                        seasonal.p() + shift.seasonalP,
                        seasonal.d(),
                        seasonal.q() + shift.seasonalQ),
                from.period(),
                from.constant());
    }

    /** Whether a model that was not tried yet is the best so far. */
    private boolean improvesBy(ArimaOrder order) {
        if (tried.size() >= MOST_MODELS
                || order.coefficients() > MOST_COEFFICIENTS
                || tried.contains(order)) {
            return false;
        }
        tried.add(order);
        Optional<ArimaFit> fit = estimate(order).filter(OrderSearch::isFarFromUnitRoots);
        if (fit.isEmpty() || !isBetter(fit.get())) {
            return false;
        }
        best = fit;
        return true;
    }

    private boolean isBetter(ArimaFit fit) {
        return best.isEmpty() || fit.criterion() < best.get().criterion();
    }

    private Optional<ArimaFit> estimate(ArimaOrder order) {
        return order.period() == 1
                ? ArimaEstimator.estimate(order, history)
                : ArimaEstimator.estimateRoughly(order, history);
    }

    private Optional<ArimaFit> refined(ArimaFit fit) {
        ArimaOrder order = fit.parameters().order();
        return order.period() == 1 ? Optional.of(fit) : ArimaEstimator.estimate(order, history);
    }

    private static boolean isFarFromUnitRoots(ArimaFit fit) {
        ArmaCoefficients ours = fit.parameters().coefficients();
        ArmaCoefficients reversed = ours.withSignsOfThetaReversed();
        return PartialAutocorrelations.haveRootsBeyond(LEAST_ROOT, ours.phi())
                && PartialAutocorrelations.haveRootsBeyond(LEAST_ROOT, ours.seasonalPhi())
                && PartialAutocorrelations.haveRootsBeyond(LEAST_ROOT, reversed.theta())
                && PartialAutocorrelations.haveRootsBeyond(LEAST_ROOT, reversed.seasonalTheta());
    }
}
