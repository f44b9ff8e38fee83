// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.arima;

import dev.plimsoll.forecast.RegularSeries;
import dev.plimsoll.forecast.arima.ArimaOrder.Part;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded series that follow a known model, lifted so far that the least sample is 10. */
final class ArimaSimulation {
    private static final int WARM_UP = 300;

    private ArimaSimulation() {}

    static ArimaParameters model(ArimaOrder order, List<Double> phi, List<Double> theta) {
        return new ArimaParameters(order, ArmaCoefficients.of(phi, theta), 0, 1);
    }

    /** (0,1,1)(0,1,1) with a season, the most used seasonal model of all. */
    static ArimaParameters airline(int period, double theta, double seasonalTheta) {
        return new ArimaParameters(
                ArimaOrder.of(0, 1, 1).withSeason(new Part(0, 1, 1), period),
                new ArmaCoefficients(List.of(), List.of(theta), List.of(), List.of(seasonalTheta)),
                0,
                1);
    }

    static RegularSeries of(ArimaParameters model, int size, long seed) {
        return new RegularSeries(samples(model, size, seed), new BitSet());
    }

    static double[] samples(ArimaParameters model, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] samples = new double[WARM_UP + size];
        LagPolynomial ofSamples = model.wholeAutoregression();
        LagPolynomial ofSurprises = model.movingAverage();
        double[] surprises = new double[samples.length];
        for (int t = 0; t < samples.length; t++) {
            surprises[t] = Math.sqrt(model.variance()) * random.nextGaussian();
            samples[t] = model.constant() + surprises[t];
            for (int lag = 1; lag <= t; lag++) {
                samples[t] -= ofSamples.at(lag) * samples[t - lag];
                samples[t] += ofSurprises.at(lag) * surprises[t - lag];
            }
        }
        return lifted(Arrays.copyOfRange(samples, WARM_UP, samples.length));
    }

    private static double[] lifted(double[] samples) {
        double least = Arrays.stream(samples).min().orElse(0);
        return Arrays.stream(samples).map(sample -> sample - least + 10).toArray();
    }
}
