// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.arima.ArimaOrder.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdplus.toolkit.base.api.arima.SarimaOrders;
import jdplus.toolkit.base.api.data.DoubleSeq;
import jdplus.toolkit.base.core.regarima.RegArimaEstimation;
import jdplus.toolkit.base.core.regarima.RegArimaModel;
import jdplus.toolkit.base.core.regarima.estimation.ConcentratedLikelihoodComputer;
import jdplus.toolkit.base.core.regsarima.RegSarimaComputer;
import jdplus.toolkit.base.core.sarima.SarimaModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The estimates against those of JDemetra+, on simulated series of known models. It writes the
 * weights of an autoregression on the other side of the equation, with the opposite sign; its θ has
 * a plus, as ours.
 */
class ArimaOracleTest {
    record Case(ArimaParameters model, int size, long seed) {
        @Override
        public String toString() {
            return "%s, %d samples, seed %d".formatted(model.order(), size, seed);
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (ArimaParameters model : models()) {
            for (int size : new int[] {100, 200, 300, 500, 1000}) {
                cases.add(new Case(model, size, cases.size() + 1));
            }
        }
        return cases.stream();
    }

    private static List<ArimaParameters> models() {
        return List.of(
                plain(ArimaOrder.of(0, 1, 1), List.of(), List.of(-0.6)),
                plain(ArimaOrder.of(0, 1, 1).withConstant(true), List.of(), List.of(0.4)),
                plain(ArimaOrder.of(1, 0, 0), List.of(0.8), List.of()),
                plain(ArimaOrder.of(1, 0, 1), List.of(0.8), List.of(-0.3)),
                plain(ArimaOrder.of(2, 0, 1), List.of(1.2, -0.5), List.of(0.4)),
                plain(ArimaOrder.of(1, 1, 1), List.of(0.6), List.of(-0.3)),
                plain(ArimaOrder.of(0, 0, 3), List.of(), List.of(0.5, -0.3, 0.2)),
                plain(ArimaOrder.of(3, 1, 0), List.of(0.4, -0.3, 0.2), List.of()),
                plain(ArimaOrder.of(2, 1, 2), List.of(0.5, -0.6), List.of(0.3, 0.4)),
                plain(ArimaOrder.of(0, 2, 1), List.of(), List.of(-0.5)),
                ArimaSimulation.airline(12, -0.5, -0.6),
                ArimaSimulation.airline(24, -0.3, -0.4),
                seasonal(),
                seasonalMixed());
    }

    private static ArimaParameters plain(ArimaOrder order, List<Double> phi, List<Double> theta) {
        return ArimaSimulation.model(order, phi, theta);
    }

    private static ArimaParameters seasonal() {
        return new ArimaParameters(
                ArimaOrder.of(1, 0, 0).withSeason(new Part(1, 0, 0), 12),
                new ArmaCoefficients(List.of(0.6), List.of(), List.of(0.5), List.of()),
                0,
                1);
    }

    private static ArimaParameters seasonalMixed() {
        return new ArimaParameters(
                ArimaOrder.of(1, 0, 1).withSeason(new Part(0, 1, 1), 12),
                new ArmaCoefficients(List.of(0.7), List.of(0.2), List.of(), List.of(-0.5)),
                0,
                1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheOracle(Case simulated) {
        ArimaOrder order = simulated.model().order();
        RegularSeries series =
                ArimaSimulation.of(simulated.model(), simulated.size(), simulated.seed());
        ArimaFit ours = ArimaEstimator.estimate(order, series).orElseThrow();
        RegArimaEstimation<SarimaModel> theirs = theirs(order, series);
        double[] coefficients = coefficients(ours.parameters().coefficients());

        double likelihood = theirs.getConcentratedLikelihood().logLikelihood();
        double oursByThem = logLikelihood(order, series, coefficients);
        assertThat(ours.logLikelihood()).isCloseTo(oursByThem, within(1e-8));
        assertThat(ours.logLikelihood()).isGreaterThan(likelihood - 0.001);
        assertThat(distance(theirs, coefficients)).isLessThan(0.01);
    }

    /** Theirs are in the order φ, Φ, θ, Θ. */
    private static double[] coefficients(ArmaCoefficients ours) {
        return Stream.of(
                        ours.phi().stream().map(weight -> -weight),
                        ours.seasonalPhi().stream().map(weight -> -weight),
                        ours.theta().stream(),
                        ours.seasonalTheta().stream())
                .flatMap(part -> part)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** By how many of its standard errors the farthest coefficient is off. */
    private static double distance(RegArimaEstimation<SarimaModel> theirs, double[] ours) {
        DoubleSeq estimates = theirs.getModel().arima().parameters();
        DoubleSeq variances = theirs.getMax().asymptoticCovariance().diagonal();
        return IntStream.range(0, ours.length)
                .mapToDouble(
                        i -> Math.abs(ours[i] - estimates.get(i)) / Math.sqrt(variances.get(i)))
                .max()
                .orElse(0);
    }

    private static RegArimaEstimation<SarimaModel> theirs(ArimaOrder order, RegularSeries series) {
        RegSarimaComputer computer =
                RegSarimaComputer.builder()
                        .useMaximumLikelihood(true)
                        .startingPoint(RegSarimaComputer.StartingPoint.Multiple)
                        .computeExactFinalDerivatives(true)
                        .precision(1e-12)
                        .build();
        SarimaModel start = SarimaModel.builder(orders(order)).setDefault().build();
        return computer.process(regression(order, series, start), null);
    }

    private static double logLikelihood(
            ArimaOrder order, RegularSeries series, double[] coefficients) {
        SarimaModel model =
                SarimaModel.builder(orders(order)).parameters(DoubleSeq.of(coefficients)).build();
        return ConcentratedLikelihoodComputer.DEFAULT_COMPUTER
                .compute(regression(order, series, model))
                .logLikelihood();
    }

    private static RegArimaModel<SarimaModel> regression(
            ArimaOrder order, RegularSeries series, SarimaModel model) {
        double[] samples = IntStream.range(0, series.size()).mapToDouble(series::at).toArray();
        return RegArimaModel.<SarimaModel>builder()
                .y(DoubleSeq.of(samples))
                .arima(model)
                .meanCorrection(order.constant())
                .build();
    }

    private static SarimaOrders orders(ArimaOrder order) {
        SarimaOrders orders = new SarimaOrders(order.period());
        orders.setP(order.regular().p());
        orders.setD(order.regular().d());
        orders.setQ(order.regular().q());
        orders.setBp(order.seasonal().p());
        orders.setBd(order.seasonal().d());
        orders.setBq(order.seasonal().q());
        return orders;
    }
}
