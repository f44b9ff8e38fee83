// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities as Kubernetes writes them: {@code 500m}, {@code 512Mi}, {@code 2G}. */
final class Quantity {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?");
    private static final String SIZES = "KMGTP";

    private Quantity() {}

    static Optional<BigDecimal> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String unit = matcher.group(2);
        return Optional.of(unit == null ? number : number.multiply(factor(unit)));
    }

    private static BigDecimal factor(String unit) {
        if (unit.equals("m")) {
            return new BigDecimal("0.001");
        }
        int power = SIZES.indexOf(Character.toUpperCase(unit.charAt(0))) + 1;
        return BigDecimal.valueOf(unit.endsWith("i") ? 1024 : 1000).pow(power);
    }
}
