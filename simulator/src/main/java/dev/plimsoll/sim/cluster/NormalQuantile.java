// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * The inverse of the standard normal distribution, to about 16 digits. Only one draw in seven needs
 * a logarithm. Stateless.
 *
 * <p>Source: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution",
 * Applied Statistics 37 (1988), PPND16.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits are those of the source
final class NormalQuantile {
    private static final double[] CENTRE_TOP = {
        2.5090809287301226727e+3,
        3.3430575583588128105e+4,
        6.7265770927008700853e+4,
        4.5921953931549871457e+4,
        1.3731693765509461125e+4,
        1.9715909503065514427e+3,
        1.3314166789178437745e+2,
        3.3871328727963666080e0
    };
    private static final double[] CENTRE_BOTTOM = {
        5.2264952788528545610e+3,
        2.8729085735721942674e+4,
        3.9307895800092710610e+4,
        2.1213794301586595867e+4,
        5.3941960214247511077e+3,
        6.8718700749205790830e+2,
        4.2313330701600911252e+1,
        1.0
    };
    private static final double[] SIDE_TOP = {
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0
    };
    private static final double[] SIDE_BOTTOM = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1.0
    };
    private static final double[] TAIL_TOP = {
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580e0,
        5.46378491116411436990e0,
        6.65790464350110377720e0
    };
    private static final double[] TAIL_BOTTOM = {
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1.0
    };

    private NormalQuantile() {}

    /** The z that a standard normal variable stays below with {@code probability}, in (0, 1). */
    static double of(double probability) {
        double offset = probability - 0.5;
        if (Math.abs(offset) <= 0.425) {
            return offset * ratio(CENTRE_TOP, CENTRE_BOTTOM, 0.180625 - offset * offset);
        }
        double tail = offset < 0 ? probability : 1 - probability;
        double root = Math.sqrt(-StrictMath.log(tail));
        double distance =
                root <= 5
                        ? ratio(SIDE_TOP, SIDE_BOTTOM, root - 1.6)
                        : ratio(TAIL_TOP, TAIL_BOTTOM, root - 5);
        return offset < 0 ? -distance : distance;
    }

    private static double ratio(double[] top, double[] bottom, double x) {
        return polynomial(top, x) / polynomial(bottom, x);
    }

    /** Coefficients from the highest power down. */
    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
