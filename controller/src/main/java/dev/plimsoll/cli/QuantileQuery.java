// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.DecimalText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that is a quantile of a histogram, and nothing around it.
 *
 * @param quantile that is asked for
 * @param histogram the query of the buckets
 */
record QuantileQuery(double quantile, String histogram) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*histogram_quantile\\s*\\(\\s*([0-9.eE+-]+)\\s*,(.*)\\)\\s*",
                    Pattern.DOTALL);

    static Optional<QuantileQuery> of(String promql) {
        Matcher matcher = FORM.matcher(promql);
        if (!matcher.matches() || !isBalanced(matcher.group(2))) {
            return Optional.empty();
        }
        String histogram = matcher.group(2).strip().replaceFirst(",$", "");
        return DecimalText.parse(matcher.group(1)).stream()
                .mapToObj(quantile -> new QuantileQuery(quantile, histogram))
                .findFirst();
    }

    /** Whether every bracket is closed inside; those in texts are taken for brackets, too. */
    private static boolean isBalanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            char each = text.charAt(i);
            open += each == '(' ? 1 : each == ')' ? -1 : 0;
        }
        return open == 0;
    }
}
