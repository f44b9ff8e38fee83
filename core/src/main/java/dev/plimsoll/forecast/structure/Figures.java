// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.structure;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a sentence wants them: three digits, and the unit that keeps them short. */
final class Figures {
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final int MOST_ZEROS = 9;

    private Figures() {}

    static String number(double value) {
        return text(new BigDecimal(value).round(THREE_DIGITS));
    }

    static String percent(double share) {
        return text(new BigDecimal(100 * share).round(TWO_DIGITS)) + " %";
    }

    static String duration(double seconds) {
        if (seconds < 120) {
            return number(seconds) + " s";
        }
        if (seconds < 2 * 3600) {
            return number(seconds / 60) + " min";
        }
        return seconds < 2 * 86_400
                ? number(seconds / 3600) + " h"
                : number(seconds / 86_400) + " days";
    }

    static String samples(int count) {
        return count == 1 ? "1 sample" : count + " samples";
    }

    private static String text(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        boolean plain = Math.abs(bare.precision() - bare.scale()) <= MOST_ZEROS;
        return plain ? bare.toPlainString() : bare.toString().replace("E+", "e").replace("E", "e");
    }
}
