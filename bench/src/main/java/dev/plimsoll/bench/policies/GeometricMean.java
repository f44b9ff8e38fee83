// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import java.util.Collection;

/** The mean of quotients, in which a half and a double cancel out. */
final class GeometricMean {
    private GeometricMean() {}

    /** Of positive values, at least one. */
    static double of(Collection<Double> values) {
        return StrictMath.exp(values.stream().mapToDouble(StrictMath::log).average().orElseThrow());
    }
}
