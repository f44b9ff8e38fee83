// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import java.util.Locale;

/**
 * A latency objective: the share {@code quantile} of requests is answered within {@code
 * targetSeconds}.
 */
public record Slo(double quantile, double targetSeconds) {
    public Slo {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException(
                    "SLO quantile %s is not between 0 and 1, e.g. 0.95".formatted(quantile));
        }
        if (!(targetSeconds > 0 && Double.isFinite(targetSeconds))) {
            throw new IllegalArgumentException(
                    "SLO target %s s is not a positive time".formatted(targetSeconds));
        }
    }

    @Override
    public String toString() {
        return "p%s=%sms".formatted(trim(quantile * 100, 4), trim(targetSeconds * 1000, 3));
    }

    private static String trim(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
