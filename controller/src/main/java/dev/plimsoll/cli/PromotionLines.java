// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How far a policy is from being let act, for people. */
final class PromotionLines {
    private static final MathContext DIGITS = new MathContext(3);
    private static final double HOUR_SECONDS = Duration.ofHours(1).toSeconds();
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private PromotionLines() {}

    static List<String> of(JsonNode promotion) {
        TextTable table =
                new TextTable("bound", "required", "measured", "met").left("required", "met");
        for (JsonNode bound : promotion.path("bounds")) {
            table.row(
                    bound.path("bound").asText(),
                    required(bound),
                    shown(bound, "measured"),
                    bound.path("met").asBoolean() ? "yes" : "no");
        }
        List<String> lines = new ArrayList<>();
        lines.add(standing(promotion));
        table.toString().lines().forEach(lines::add);
        return lines;
    }

    private static String standing(JsonNode promotion) {
        if (promotion.path("promoted").asBoolean()) {
            return "the policy has proved itself";
        }
        return promotion.has("earliest")
                ? "can be earned at %s at the earliest"
                        .formatted(promotion.path("earliest").asText())
                : "not judged yet";
    }

    private static String required(JsonNode bound) {
        String limit = bound.has("requiredSeconds") ? "at least " : "at most ";
        return limit + shown(bound, "required");
    }

    /** In the unit that ends its name. A requirement without a number is what really was. */
    private static String shown(JsonNode bound, String name) {
        if (bound.has(name + "Seconds")) {
            return length(bound.path(name + "Seconds").asDouble());
        }
        for (String unit : List.of("Share", "ErrorShare")) {
            if (bound.has(name + unit)) {
                return rounded(100 * bound.path(name + unit).asDouble()) + " %";
            }
        }
        return name.equals("required") ? "as really" : "-";
    }

    private static String length(double seconds) {
        return seconds < DAY_SECONDS
                ? rounded(seconds / HOUR_SECONDS) + " h"
                : rounded(seconds / DAY_SECONDS) + " d";
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
