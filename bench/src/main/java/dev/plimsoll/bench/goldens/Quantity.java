// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;

/**
 * A quantity as Kubernetes keeps and reads it: whole digits times a power of a thousand, which a
 * double need not tell from the number that was written. Source: apimachinery 0.36, {@code
 * pkg/api/resource}.
 */
record Quantity(double value) {
    private static final String MILLI = "m";
    private static final int GROUP = 3;

    /** Reads a decimal number, of thousandths if it ends in {@code m}. */
    @JsonCreator
    static Quantity parse(String text) {
        boolean milli = text.endsWith(MILLI);
        try {
            BigDecimal number = new BigDecimal(milli ? text.substring(0, text.length() - 1) : text);
            return of(milli ? number.movePointLeft(GROUP) : number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("give a quantity, e.g. 0.1 or 100m", e);
        }
    }

    private static Quantity of(BigDecimal number) {
        int digits = Math.max(0, number.stripTrailingZeros().scale());
        int places = Math.ceilDiv(digits, GROUP) * GROUP;
        double whole = number.movePointRight(places).doubleValue();
        return new Quantity(whole * Double.parseDouble("1e-" + places));
    }
}
