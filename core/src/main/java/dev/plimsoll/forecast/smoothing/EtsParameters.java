// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.smoothing;

import dev.plimsoll.forecast.Checks;
import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;

/**
 * How an ETS model follows its series.
 *
 * @param alpha share of a surprise that goes into the level, 0 to 1
 * @param beta share of a surprise that goes into the trend, 0 to alpha; 0 without a trend
 * @param gamma share of a surprise that goes into the season, 0 to 1 − alpha; 0 without a season
 * @param phi share of the trend that is left after each step, 0 to 1; 1 where it is not damped
 */
public record EtsParameters(double alpha, double beta, double gamma, double phi) {
    private static final double LEAST = 1e-4;
    private static final double LEAST_PHI = 0.8;
    private static final double MOST_PHI = 0.98;

    public EtsParameters {
        Checks.share("alpha", alpha, 1);
        Checks.share("beta", beta, alpha);
        Checks.share("gamma", gamma, 1 - alpha);
        Checks.share("phi", phi, 1);
    }

    /**
     * The parameters at a point of the unit cube whose axes are, as far as the form has them,
     * alpha, beta as a share of alpha, phi, and gamma as a share of 1 − alpha. The bounds are those
     * usual in the field: Hyndman et al. (2008), section 5.2; damping below 0.8 is hardly a trend,
     * above 0.98 hardly damped.
     */
    static EtsParameters at(double[] point, EtsForm form) {
        int axis = 0;
        double alpha = between(LEAST, 1 - LEAST, point[axis++]);
        double beta = form.hasTrend() ? alpha * between(LEAST, 1 - LEAST, point[axis++]) : 0;
        double phi = form.isDamped() ? between(LEAST_PHI, MOST_PHI, point[axis++]) : 1;
        double gamma = form.isSeasonal() ? (1 - alpha) * between(LEAST, 1 - LEAST, point[axis]) : 0;
        return new EtsParameters(alpha, beta, gamma, phi);
    }

    private static double between(double least, double most, double share) {
        return least + share * (most - least);
    }

    void save(StateWriter out) {
        out.putDouble(alpha).putDouble(beta).putDouble(gamma).putDouble(phi);
    }

    static EtsParameters restore(StateReader in) {
        return new EtsParameters(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
    }
}
