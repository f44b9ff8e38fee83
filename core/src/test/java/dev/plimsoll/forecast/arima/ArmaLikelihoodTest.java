// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.arima.ArimaOrder.Part;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filters against the density of the whole series at once. */
class ArmaLikelihoodTest {
    private static final int FAR = 2000;

    private static final List<ArmaCoefficients> MODELS =
            List.of(
                    ArmaCoefficients.of(List.of(0.7), List.of()),
                    ArmaCoefficients.of(List.of(), List.of(-0.8)),
                    ArmaCoefficients.of(List.of(1.1, -0.4), List.of(0.5)),
                    ArmaCoefficients.of(List.of(0.3), List.of(0.4, -0.3, 0.2)),
                    new ArmaCoefficients(List.of(0.5), List.of(0.3), List.of(0.6), List.of(-0.5)),
                    new ArmaCoefficients(List.of(), List.of(), List.of(), List.of(0.9)),
                    new ArmaCoefficients(List.of(), List.of(), List.of(0.9), List.of()));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void theExactOneIsTheDensityOfWhatIsPresent(long seed) {
        ArmaCoefficients coefficients = MODELS.get((int) (seed % MODELS.size()));
        ArimaOrder order = order(coefficients);
        RegularSeries series = withGaps(seed, 45);
        ArimaFit fit =
                ArmaLikelihood.exact(order, DifferencedSeries.of(series, order)).fit(coefficients);
        assertThat(fit.logLikelihood()).isCloseTo(density(series, fit), within(1e-8));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7})
    void theConditionalOneComesNearWhereTheSeriesIsLong(long seed) {
        ArmaCoefficients coefficients = MODELS.get((int) (seed % 4));
        ArimaOrder order = order(coefficients);
        RegularSeries series =
                ArimaSimulation.of(new ArimaParameters(order, coefficients, 0, 1), 2000, seed);
        DifferencedSeries input = DifferencedSeries.of(series, order);
        double exact = ArmaLikelihood.exact(order, input).fit(coefficients).logLikelihood();
        double quick = ArmaLikelihood.conditional(order, input).fit(coefficients).logLikelihood();
        assertThat(quick).isCloseTo(exact, withinPercentage(0.5));
    }

    private static ArimaOrder order(ArmaCoefficients coefficients) {
        Part regular = new Part(coefficients.phi().size(), 0, coefficients.theta().size());
        Part seasonal =
                new Part(coefficients.seasonalPhi().size(), 0, coefficients.seasonalTheta().size());
        return new ArimaOrder(regular, seasonal, 4, true);
    }

    private static RegularSeries withGaps(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(size, 5, 9).toArray();
        BitSet absent = new BitSet();
        for (int i = 0; i < size; i++) {
            absent.set(i, random.nextInt(6) == 0 || i > 20 && i < 24);
        }
        return new RegularSeries(values, absent);
    }

    /** The multivariate normal density, its covariances summed up from the surprises' effects. */
    private static double density(RegularSeries series, ArimaFit fit) {
        int[] present = IntStream.range(0, series.size()).filter(series::isPresent).toArray();
        double[] covariances = covariances(fit.parameters(), series.size());
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(present.length, present.length);
        RealVector deviations = new ArrayRealVector(present.length);
        for (int i = 0; i < present.length; i++) {
            deviations.setEntry(i, series.at(present[i]) - fit.parameters().mean());
            for (int j = 0; j < present.length; j++) {
                matrix.setEntry(i, j, covariances[Math.abs(present[i] - present[j])]);
            }
        }
        CholeskyDecomposition cholesky = new CholeskyDecomposition(matrix);
        double distance = deviations.dotProduct(cholesky.getSolver().solve(deviations));
        double logDeterminant = StrictMath.log(cholesky.getDeterminant());
        return -0.5 * (present.length * StrictMath.log(2 * Math.PI) + logDeterminant + distance);
    }

    private static double[] covariances(ArimaParameters model, int size) {
        double[] effect = new double[FAR + size];
        for (int i = 0; i < effect.length; i++) {
            effect[i] = model.movingAverage().at(i);
            for (int lag = 1; lag <= Math.min(i, 20); lag++) {
                effect[i] -= model.wholeAutoregression().at(lag) * effect[i - lag];
            }
        }
        double[] covariances = new double[size];
        for (int lag = 0; lag < size; lag++) {
            for (int i = 0; i < FAR; i++) {
                covariances[lag] += model.variance() * effect[i] * effect[i + lag];
            }
        }
        return covariances;
    }
}
